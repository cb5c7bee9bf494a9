// Says where a student's program died. Only async-signal-safe calls are made once a signal has struck.
#define _GNU_SOURCE
#include "CWorker.h"

#include <dlfcn.h>
#include <link.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

enum { deepest = 48, frame_kind_dying = 7 };

static int report_to = -1;
static uintptr_t library_start, library_end;
static uintptr_t stack_start, stack_end;
static char alternate_stack[64 * 1024];

static uint8_t *put_word(uint8_t *out, uint64_t word) {
  for (int shift = 0; shift < 64; shift += 8) *out++ = (uint8_t)(word >> shift);
  return out;
}

static uintptr_t program_counter(const ucontext_t *context) {
#if defined(__x86_64__)
  return (uintptr_t)context->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
  return (uintptr_t)context->uc_mcontext.pc;
#else
#error "unknown processor"
#endif
}

static uintptr_t frame_pointer(const ucontext_t *context) {
#if defined(__x86_64__)
  return (uintptr_t)context->uc_mcontext.gregs[REG_RBP];
#else
  return (uintptr_t)context->uc_mcontext.regs[29];
#endif
}

static void report(int signal, siginfo_t *information, void *context_pointer) {
  (void)information;
  const ucontext_t *context = context_pointer;
  uint64_t addresses[deepest];
  size_t count = 0;
  uintptr_t address = program_counter(context);
  uintptr_t frame = frame_pointer(context);
  for (int depth = 0; depth < 100000 && count < deepest; depth++) {
    if (address >= library_start && address < library_end) {
      // A return address points behind the call, so all but the innermost are moved back into it.
      addresses[count++] = address - library_start - (depth > 0);
    }
    if (frame % sizeof(uintptr_t) != 0 || frame < stack_start || frame + 2 * sizeof(uintptr_t) > stack_end) break;
    const uintptr_t *saved = (const uintptr_t *)frame;
    if (saved[0] <= frame) break;
    address = saved[1];
    frame = saved[0];
  }
  uint8_t bytes[4 + 1 + 16 + deepest * 8];
  uint8_t *end = bytes + 4;
  *end++ = frame_kind_dying;
  end = put_word(end, (uint64_t)signal);
  end = put_word(end, count);
  for (size_t index = 0; index < count; index++) end = put_word(end, addresses[index]);
  uint32_t length = (uint32_t)(end - bytes - 4);
  for (int index = 0; index < 4; index++) bytes[index] = (uint8_t)(length >> (8 * index));
  worker_write(report_to, bytes, (size_t)(end - bytes));
  _exit(128 + signal);
}

void worker_install_crash_handlers(int report_descriptor) {
  report_to = report_descriptor;
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
    void *start = NULL;
    size_t size = 0;
    pthread_attr_getstack(&attributes, &start, &size);
    stack_start = (uintptr_t)start;
    stack_end = stack_start + size;
    pthread_attr_destroy(&attributes);
  }
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_sigaction = report, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESETHAND | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  const int signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
  for (size_t index = 0; index < sizeof signals / sizeof *signals; index++) sigaction(signals[index], &action, NULL);
}

static int note_library(struct dl_phdr_info *information, size_t size, void *symbol) {
  (void)size;
  uintptr_t start = UINTPTR_MAX, end = 0;
  for (int index = 0; index < information->dlpi_phnum; index++) {
    const ElfW(Phdr) *header = &information->dlpi_phdr[index];
    if (header->p_type != PT_LOAD) continue;
    uintptr_t first = information->dlpi_addr + header->p_vaddr;
    if (first < start) start = first;
    if (first + header->p_memsz > end) end = first + header->p_memsz;
  }
  if ((uintptr_t)symbol < start || (uintptr_t)symbol >= end) return 0;
  library_start = start;
  library_end = end;
  return 1;
}

// The worker's own is not found through the library, which was loaded by itself.
static const char worker_main_program[] = "the code is a main program";

int worker_load(const char *path, char *error, size_t capacity) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  void *symbol = library ? dlsym(library, "gradus_expose") : NULL;
  if (symbol && dlsym(library, "main")) {
    snprintf(error, capacity, "%s", worker_main_program);
    return -1;
  }
  if (!symbol) {
    const char *message = dlerror();
    snprintf(error, capacity, "%s", message ? message : "the library has no entry");
    return -1;
  }
  dl_iterate_phdr(note_library, symbol);
  void (*expose)(void) = NULL;
  memcpy(&expose, &symbol, sizeof expose);
  expose();
  return 0;
}
