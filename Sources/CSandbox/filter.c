// The system-call filters, as classic BPF programs for the processor that this file is compiled for.
//
// What is denied answers EPERM, so that a program that only probes goes on; a foreign instruction set, by whose numbers
// every rule would be read wrongly, kills. Numbers that are newer than this list answer ENOSYS, as on an older kernel.

#define _GNU_SOURCE
#include "CSandbox.h"
#include "confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/prctl.h>
#include <linux/seccomp.h>
#include <linux/sockios.h>
#include <sched.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "The sandbox has system-call filters for x86_64 and aarch64 only."
#endif

// Numbers since 424 are the same on all processors; older headers lack some of them.
#define NUMBER_OPEN_TREE 428
#define NUMBER_MOVE_MOUNT 429
#define NUMBER_FSOPEN 430
#define NUMBER_FSCONFIG 431
#define NUMBER_FSMOUNT 432
#define NUMBER_FSPICK 433
#define NUMBER_PIDFD_SEND_SIGNAL 424
#define NUMBER_PIDFD_OPEN 434
#define NUMBER_PIDFD_GETFD 438
#define NUMBER_PROCESS_MADVISE 440
#define NUMBER_MOUNT_SETATTR 442
#define NUMBER_QUOTACTL_FD 443
#define NUMBER_MEMFD_SECRET 447
#define NUMBER_FCHMODAT2 452
#define NUMBER_PROCESS_MRELEASE 448
#define NUMBER_STATMOUNT 457
#define NUMBER_LISTMOUNT 458
#define NEWEST_NUMBER 462  // mseal, Linux 6.10

// CLONE_PARENT would give the child away to whoever started the program.
#define NAMESPACE_FLAGS \
  (CLONE_PARENT | CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET)

// Denied to everybody.
static const uint32_t denied[] = {
    // Looking into and steering other processes.
    __NR_ptrace, __NR_process_vm_readv, __NR_process_vm_writev, __NR_kcmp, NUMBER_PIDFD_GETFD, NUMBER_PROCESS_MADVISE,
    NUMBER_PROCESS_MRELEASE, __NR_move_pages, __NR_migrate_pages, __NR_perf_event_open, __NR_seccomp,
    // Keys.
    __NR_keyctl, __NR_add_key, __NR_request_key,
    // Large interfaces of the kernel, in which faults are found year by year.
    __NR_bpf, __NR_userfaultfd, __NR_io_uring_setup, __NR_io_uring_enter, __NR_io_uring_register, __NR_vmsplice,
    // Namespaces and mounts.
    __NR_unshare, __NR_setns, __NR_mount, __NR_umount2, __NR_pivot_root, __NR_chroot, NUMBER_OPEN_TREE,
    NUMBER_MOVE_MOUNT, NUMBER_FSOPEN, NUMBER_FSCONFIG, NUMBER_FSMOUNT, NUMBER_FSPICK, NUMBER_MOUNT_SETATTR,
    NUMBER_STATMOUNT, NUMBER_LISTMOUNT, __NR_swapon, __NR_swapoff, __NR_quotactl, NUMBER_QUOTACTL_FD, __NR_acct,
    __NR_name_to_handle_at, __NR_open_by_handle_at, __NR_mknodat,
    // The network.
    __NR_socket,
    // Watching files.
    __NR_inotify_init1, __NR_inotify_add_watch, __NR_fanotify_init, __NR_fanotify_mark,
    // Memory and messages that outlive or escape a process.
    __NR_shmget, __NR_shmat, __NR_shmctl, __NR_shmdt, __NR_msgget, __NR_msgsnd, __NR_msgrcv, __NR_msgctl, __NR_semget,
    __NR_semop, __NR_semctl, __NR_semtimedop, __NR_mq_open, __NR_mq_unlink, NUMBER_MEMFD_SECRET,
    // The machine.
    __NR_kexec_load, __NR_reboot, __NR_init_module, __NR_finit_module, __NR_delete_module, __NR_settimeofday,
    __NR_clock_settime, __NR_adjtimex, __NR_clock_adjtime, __NR_sethostname, __NR_setdomainname, __NR_syslog,
    __NR_vhangup,
#ifdef __NR_kexec_file_load
    __NR_kexec_file_load,
#endif
#ifdef __x86_64__
    __NR_inotify_init, __NR_mknod, __NR_modify_ldt, __NR_iopl, __NR_ioperm, __NR_uselib, __NR_create_module,
    __NR_get_kernel_syms, __NR_query_module, __NR_nfsservctl, __NR_lookup_dcookie, __NR_sysfs, __NR__sysctl,
#endif
};

// Denied to a student's program, but needed by a compiler, which starts others and talks to them.
static const uint32_t denied_to_program[] = {
    __NR_socketpair, __NR_memfd_create, __NR_execveat,
#ifdef __NR_fork
    __NR_fork, __NR_vfork,
#endif
};

// Denied where a program is in the same namespaces as everybody: it would reach processes that are not its own, leave the
// group by which it is ended, or change what Landlock does not watch over.
static const uint32_t denied_beside_others[] = {
    __NR_tkill, __NR_rt_sigqueueinfo, __NR_rt_tgsigqueueinfo, NUMBER_PIDFD_OPEN, NUMBER_PIDFD_SEND_SIGNAL,
    __NR_setpriority, __NR_ioprio_set, __NR_sched_setscheduler, __NR_sched_setparam, __NR_sched_setattr,
    __NR_sched_setaffinity, __NR_setsid, __NR_setpgid,
    __NR_truncate, __NR_fchmodat, NUMBER_FCHMODAT2, __NR_fchown, __NR_fchownat, __NR_setxattr, __NR_lsetxattr,
    __NR_fsetxattr, __NR_removexattr, __NR_lremovexattr, __NR_fremovexattr,
#ifdef __x86_64__
    __NR_chmod, __NR_chown, __NR_lchown, __NR_utime, __NR_utimes, __NR_futimesat,
#endif
};

// The same for a student's program alone: a compiler sets modes and times of files that it has open.
static const uint32_t denied_to_program_beside_others[] = {__NR_fchmod, __NR_utimensat, __NR_flock};

struct program {
  struct sock_filter *instructions;
  size_t count;
  size_t capacity;
};

static void add(struct program *p, struct sock_filter instruction) {
  if (p->count < p->capacity) p->instructions[p->count] = instruction;
  p->count++;
}

static void load(struct program *p, size_t offset) {
  add(p, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset));
}

static void answer(struct program *p, uint32_t action) {
  add(p, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, action));
}

static void if_not_equal_skip(struct program *p, uint32_t value, uint8_t skip) {
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, skip));
}

static void deny_all(struct program *p, const uint32_t *numbers, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if_not_equal_skip(p, numbers[i], 1);
    answer(p, SECCOMP_RET_ERRNO | EPERM);
  }
}

// The lower half of an argument: all that the kernel itself looks at where this is used.
static size_t argument(int index) {
  return offsetof(struct seccomp_data, args) + 8 * (size_t)index;
}

static void restrict_clone(struct program *p, enum csandbox_filter_kind kind) {
  uint8_t length = kind == CSANDBOX_FILTER_PROGRAM ? 6 : 4;
  if_not_equal_skip(p, __NR_clone, length);
  load(p, argument(0));
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, NAMESPACE_FLAGS, 0, 1));
  answer(p, SECCOMP_RET_ERRNO | EPERM);
  if (kind == CSANDBOX_FILTER_PROGRAM) {
    add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0));
    answer(p, SECCOMP_RET_ERRNO | EPERM);
  }
  answer(p, SECCOMP_RET_ALLOW);
}

// A terminal's input can be forged by two requests of ioctl(2).
static void restrict_ioctl(struct program *p) {
  if_not_equal_skip(p, __NR_ioctl, 5);
  load(p, argument(1));
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, TIOCSTI, 1, 0));
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, TIOCLINUX, 0, 1));
  answer(p, SECCOMP_RET_ERRNO | EPERM);
  answer(p, SECCOMP_RET_ALLOW);
}

// personality(2) may be asked, not changed.
static void restrict_personality(struct program *p) {
  if_not_equal_skip(p, __NR_personality, 4);
  load(p, argument(0));
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0xffffffff, 1, 0));
  answer(p, SECCOMP_RET_ERRNO | EPERM);
  answer(p, SECCOMP_RET_ALLOW);
}

// A program that no longer dies with its parent would outlive a grader that was killed.
static void restrict_prctl(struct program *p) {
  if_not_equal_skip(p, __NR_prctl, 4);
  load(p, argument(0));
  if_not_equal_skip(p, PR_SET_PDEATHSIG, 1);
  answer(p, SECCOMP_RET_ERRNO | EPERM);
  answer(p, SECCOMP_RET_ALLOW);
}

// A call may name the calling process, or 0 for it, but no other.
static void restrict_to_process(struct program *p, uint32_t number, uint32_t process, int accepts_zero) {
  if_not_equal_skip(p, number, accepts_zero ? 5 : 4);
  load(p, argument(0));
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, process, accepts_zero ? 2 : 1, 0));
  if (accepts_zero) add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0));
  answer(p, SECCOMP_RET_ERRNO | EPERM);
  answer(p, SECCOMP_RET_ALLOW);
}

// The owner of a descriptor gets signals when it becomes ready, and may be anybody.
static void restrict_fcntl(struct program *p) {
  static const uint32_t forbidden[] = {F_SETOWN, F_SETSIG, F_SETOWN_EX, F_SETLEASE, F_NOTIFY};
  enum { count = sizeof forbidden / sizeof forbidden[0] };
  if_not_equal_skip(p, __NR_fcntl, count + 3);
  load(p, argument(1));
  for (int i = 0; i < count; i++) {
    add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, forbidden[i], (uint8_t)(count - i), 0));
  }
  answer(p, SECCOMP_RET_ALLOW);
  answer(p, SECCOMP_RET_ERRNO | EPERM);
}

// The same by ioctl(2). What is left goes on to the general rule for it.
static void restrict_ownership(struct program *p) {
  static const uint32_t forbidden[] = {FIOASYNC, FIOSETOWN, SIOCSPGRP};
  enum { count = sizeof forbidden / sizeof forbidden[0] };
  if_not_equal_skip(p, __NR_ioctl, count + 4);
  load(p, argument(1));
  for (int i = 0; i < count; i++) {
    add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, forbidden[i], (uint8_t)(count - i + 1), 0));
  }
  load(p, offsetof(struct seccomp_data, nr));
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JA, 1, 0, 0));
  answer(p, SECCOMP_RET_ERRNO | EPERM);
}

// Times can be set of what is open, not of what is only named.
static void restrict_utimensat(struct program *p) {
  if_not_equal_skip(p, __NR_utimensat, 6);
  load(p, argument(1));
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 2));
  load(p, argument(1) + 4);
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0));
  answer(p, SECCOMP_RET_ERRNO | EPERM);
  answer(p, SECCOMP_RET_ALLOW);
}

static void restrict_reach(struct program *p, enum csandbox_filter_kind kind, uint32_t process) {
  deny_all(p, denied_beside_others, sizeof denied_beside_others / sizeof denied_beside_others[0]);
  if (kind == CSANDBOX_FILTER_PROGRAM) {
    deny_all(
        p, denied_to_program_beside_others,
        sizeof denied_to_program_beside_others / sizeof denied_to_program_beside_others[0]);
  }
  restrict_to_process(p, __NR_kill, process, 0);
  restrict_to_process(p, __NR_tgkill, process, 0);
  restrict_to_process(p, __NR_prlimit64, process, 1);
  restrict_fcntl(p);
  restrict_utimensat(p);
  restrict_ownership(p);
}

enum { MOST_INSTRUCTIONS = 512 };

// `process` is the number of the process that is left with the system calls of others, or 0 if there are none.
static size_t build(enum csandbox_filter_kind kind, uint32_t process, struct sock_filter *instructions) {
  struct program p = {instructions, 0, MOST_INSTRUCTIONS};

  load(&p, offsetof(struct seccomp_data, arch));
  add(&p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCHITECTURE, 1, 0));
  answer(&p, SECCOMP_RET_KILL_PROCESS);

  load(&p, offsetof(struct seccomp_data, nr));
#ifdef __x86_64__
  add(&p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1));  // the x32 ABI
  answer(&p, SECCOMP_RET_KILL_PROCESS);
#endif
  add(&p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, NEWEST_NUMBER, 0, 1));
  answer(&p, SECCOMP_RET_ERRNO | ENOSYS);
  // The flags of clone3 lie in memory, out of a filter's sight; the C library falls back to clone.
  if_not_equal_skip(&p, __NR_clone3, 1);
  answer(&p, SECCOMP_RET_ERRNO | ENOSYS);

  deny_all(&p, denied, sizeof denied / sizeof denied[0]);
  if (kind == CSANDBOX_FILTER_PROGRAM)
    deny_all(&p, denied_to_program, sizeof denied_to_program / sizeof denied_to_program[0]);
  restrict_clone(&p, kind);
  if (process != 0) restrict_reach(&p, kind, process);
  restrict_ioctl(&p);
  restrict_personality(&p);
  restrict_prctl(&p);
  answer(&p, SECCOMP_RET_ALLOW);

  return p.count <= p.capacity ? p.count : 0;
}

size_t csandbox_filter(enum csandbox_filter_kind kind, uint8_t *bytes, size_t capacity) {
  struct sock_filter instructions[MOST_INSTRUCTIONS];
  size_t size = build(kind, 0, instructions) * sizeof(struct sock_filter);
  if (size > capacity) return 0;
  memcpy(bytes, instructions, size);
  return size;
}

int csandbox_filter_calls(enum csandbox_filter_kind kind) {
  struct sock_filter instructions[MOST_INSTRUCTIONS];
  size_t count = build(kind, (uint32_t)getpid(), instructions);
  if (count == 0) {
    errno = E2BIG;
    return -1;
  }
  struct sock_fprog filter = {(unsigned short)count, instructions};
  return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter);
}
