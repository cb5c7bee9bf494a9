// Starting a program. Between fork and exec nothing but system calls happens: no allocation, no locks.

#define _GNU_SOURCE
#include "CSandbox.h"
#include "confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/close_range.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

const int32_t csandbox_limit_cpu = RLIMIT_CPU;
const int32_t csandbox_limit_address_space = RLIMIT_AS;
const int32_t csandbox_limit_processes = RLIMIT_NPROC;
const int32_t csandbox_limit_file_size = RLIMIT_FSIZE;
const int32_t csandbox_limit_open_files = RLIMIT_NOFILE;
const int32_t csandbox_limit_core = RLIMIT_CORE;
const int32_t csandbox_limit_stack = RLIMIT_STACK;

enum { CHILD_STACK = 64 * 1024, MOST_DESCRIPTORS = 32, LAST_SIGNAL = 64 };

enum step { STEP_DESCRIPTORS, STEP_LIMITS, STEP_USER, STEP_PRIVILEGES, STEP_DIRECTORY, STEP_CONFINEMENT, STEP_EXEC };

static const char *const step_names[] = {
    "placing its descriptors", "setting its limits", "changing its user", "giving up privileges",
    "entering its directory", "confining it", "executing it",
};

struct failure {
  int step;
  int error;
};

struct start {
  const struct csandbox_request *request;
  int report;  // the writing end of a pipe that exec closes
};

static void fail(int report, enum step step) {
  struct failure failure = {step, errno};
  ssize_t ignored = write(report, &failure, sizeof failure);
  (void)ignored;
  _exit(127);
}

static int reset_signals(void) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  for (int number = 1; number <= LAST_SIGNAL; number++) {
    if (number != SIGKILL && number != SIGSTOP) sigaction(number, &action, NULL);
  }
  sigset_t none;
  sigemptyset(&none);
  return sigprocmask(SIG_SETMASK, &none, NULL);
}

// Copies all descriptors out of the way before placing any, since a source may have another's number.
static int place_descriptors(const struct csandbox_request *request, int *report) {
  int count = (int)request->descriptor_count;
  int sources[MOST_DESCRIPTORS];
  for (int i = 0; i < count; i++) {
    sources[i] = request->descriptors[i];
    if (sources[i] >= 0 && (sources[i] = fcntl(sources[i], F_DUPFD_CLOEXEC, MOST_DESCRIPTORS)) < 0) return -1;
  }
  int moved = fcntl(*report, F_DUPFD_CLOEXEC, MOST_DESCRIPTORS);
  if (moved < 0) return -1;
  for (int i = 0; i < count; i++) {
    if (sources[i] >= 0 && dup2(sources[i], i) < 0) return -1;
    if (sources[i] < 0) close(i);
  }
  *report = moved;
  if (moved > count && syscall(SYS_close_range, count, moved - 1, 0) != 0) return -1;
  return (int)syscall(SYS_close_range, moved + 1, ~0U, 0);
}

static int set_limits(const struct csandbox_request *request) {
  for (size_t i = 0; i < request->limit_count; i++) {
    const struct csandbox_limit *limit = &request->limits[i];
    struct rlimit present;
    if (getrlimit((__rlimit_resource_t)limit->resource, &present) != 0) return -1;
    rlim_t value = limit->value < present.rlim_max ? limit->value : present.rlim_max;
    struct rlimit wanted = {value, value};
    if (setrlimit((__rlimit_resource_t)limit->resource, &wanted) != 0) return -1;
  }
  return 0;
}

// Direct calls: the C library's wrappers would change the user of all threads of the process they believe to be in.
static int become(int64_t user) {
  if (user < 0) return 0;
  if (syscall(SYS_setgroups, 0, NULL) != 0) return -1;
  if (syscall(SYS_setresgid, (gid_t)user, (gid_t)user, (gid_t)user) != 0) return -1;
  return (int)syscall(SYS_setresuid, (uid_t)user, (uid_t)user, (uid_t)user);
}

static int run_child(void *argument) {
  const struct start *start = argument;
  const struct csandbox_request *request = start->request;
  int report = start->report;

  // Without a terminal, none can be written to; the group's number is the same with and without a session.
  if (request->confinement == NULL || setsid() < 0) setpgid(0, 0);
  if (reset_signals() != 0) fail(report, STEP_DESCRIPTORS);
  // If memory runs out, this process goes first, not the one that grades it. Not everywhere may that be asked for.
  int score = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (score >= 0) {
    ssize_t ignored = write(score, "1000", 4);
    (void)ignored;
    close(score);
  }
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail(report, STEP_PRIVILEGES);
  if (request->confinement != NULL && csandbox_hide_files(request->confinement->ruleset) != 0)
    fail(report, STEP_CONFINEMENT);
  if (place_descriptors(request, &report) != 0) fail(report, STEP_DESCRIPTORS);
  if (become(request->user) != 0) fail(report, STEP_USER);
  // After the change of user: root is not held to the limit on processes.
  if (set_limits(request) != 0) fail(report, STEP_LIMITS);
  if (request->dies_with_parent && prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) fail(report, STEP_PRIVILEGES);
  if (chdir(request->directory) != 0) fail(report, STEP_DIRECTORY);
  if (request->confinement != NULL && csandbox_filter_calls(request->confinement->kind) != 0)
    fail(report, STEP_CONFINEMENT);
  execve(request->path, request->arguments, request->environment);
  fail(report, STEP_EXEC);
  return 127;
}

static int start_child(struct start *start, struct csandbox_child *child) {
  char *stack = mmap(NULL, CHILD_STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (stack == MAP_FAILED) return errno;
  // Sharing memory until exec spares the copying of page tables. A child that changes its user gets a copy nonetheless:
  // others of that user must never come near this memory.
  int flags = SIGCHLD | CLONE_PIDFD;
  if (start->request->user < 0) flags |= CLONE_VM | CLONE_VFORK;
  sigset_t all, before;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &before);
  child->process = clone(run_child, stack + CHILD_STACK, flags, start, &child->descriptor);
  int error = child->process < 0 ? errno : 0;
  sigprocmask(SIG_SETMASK, &before, NULL);
  munmap(stack, CHILD_STACK);
  return error;
}

static int end_all(void *argument) {
  const int64_t *user = argument;
  if (become(*user) != 0) return errno;
  return kill(-1, SIGKILL) == 0 || errno == ESRCH ? 0 : errno;
}

int csandbox_end_processes_of(int64_t user) {
  if (user <= 0) return EINVAL;
  char *stack = mmap(NULL, CHILD_STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (stack == MAP_FAILED) return errno;
  // A copy of this process, which no other of that user may come near meanwhile: kill(2) does all at one stroke.
  pid_t process = clone(end_all, stack + CHILD_STACK, SIGCHLD, &user);
  int error = process < 0 ? errno : 0;
  int ended = 0, status = 0;
  int64_t nanoseconds;
  if (error == 0) error = csandbox_reap(process, 0, &ended, &status, &nanoseconds);
  munmap(stack, CHILD_STACK);
  if (error != 0) return error;
  return WIFEXITED(status) ? WEXITSTATUS(status) : EIO;
}

int csandbox_spawn(const struct csandbox_request *request, struct csandbox_child *child, const char **step) {
  *step = "preparing it";
  if (request->descriptor_count > MOST_DESCRIPTORS) return EINVAL;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  struct start start = {request, ends[1]};
  int error = start_child(&start, child);
  close(ends[1]);
  if (error != 0) {
    *step = "forking";
    close(ends[0]);
    return error;
  }
  struct failure failure;
  ssize_t length;
  do {
    length = read(ends[0], &failure, sizeof failure);
  } while (length < 0 && errno == EINTR);
  close(ends[0]);
  if (length == 0) return 0;

  error = length == (ssize_t)sizeof failure ? failure.error : EIO;
  if (length == (ssize_t)sizeof failure) *step = step_names[failure.step];
  int ended, status;
  int64_t nanoseconds;
  csandbox_reap(child->process, 0, &ended, &status, &nanoseconds);
  close(child->descriptor);
  return error;
}
