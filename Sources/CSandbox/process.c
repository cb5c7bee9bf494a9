// Watching, ending and removing processes.

#define _GNU_SOURCE
#include "CSandbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// The answer to PIDFD_GET_INFO as it is since Linux 6.15; the headers of today's stable systems are older.
struct process_information {
  uint64_t mask;
  uint64_t cgroup;
  uint32_t process, thread_group, parent;
  uint32_t users_and_groups[8];
  int32_t exit_status;
};

_Static_assert(sizeof(struct process_information) == 64, "the kernel tells versions of this structure by their size");

#define GET_INFORMATION _IOWR(0xFF, 11, struct process_information)
#define INFORMATION_EXIT (1 << 3)

static int64_t nanoseconds(struct timeval time) {
  return (int64_t)time.tv_sec * 1000000000 + (int64_t)time.tv_usec * 1000;
}

int csandbox_reap(pid_t process, int no_hang, int *ended, int *status, int64_t *cpu_nanoseconds) {
  struct rusage usage;
  pid_t found;
  do {
    found = wait4(process, status, no_hang ? WNOHANG : 0, &usage);
  } while (found < 0 && errno == EINTR);
  if (found < 0) return errno;
  *ended = found == process;
  if (*ended) *cpu_nanoseconds = nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime);
  return 0;
}

int csandbox_open_process(pid_t process) {
  return (int)syscall(SYS_pidfd_open, process, 0);
}

int csandbox_signal(int process_descriptor, int signal) {
  return syscall(SYS_pidfd_send_signal, process_descriptor, signal, NULL, 0) == 0 ? 0 : errno;
}

int csandbox_exit_status(int process_descriptor, int *status) {
  struct process_information information = {.mask = INFORMATION_EXIT};
  if (ioctl(process_descriptor, GET_INFORMATION, &information) != 0) return 0;
  if ((information.mask & INFORMATION_EXIT) == 0) return 0;
  *status = information.exit_status;
  return 1;
}

int64_t csandbox_cpu_time(pid_t process) {
  clockid_t clock;
  struct timespec time;
  if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0) return -1;
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

int csandbox_limit_processes_of(pid_t process, uint64_t limit) {
  struct rlimit wanted = {limit, limit};
  return prlimit(process, RLIMIT_NPROC, &wanted, NULL) == 0 ? 0 : errno;
}

int csandbox_pipe(int *reading, int *writing) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  *reading = ends[0];
  *writing = ends[1];
  return 0;
}

void csandbox_ignore_broken_pipes(void) {
  signal(SIGPIPE, SIG_IGN);
}

uint64_t csandbox_count_own_tasks(void) {
  DIR *processes = opendir("/proc");
  if (processes == NULL) return 0;
  uint64_t count = 0;
  struct dirent *entry;
  while ((entry = readdir(processes)) != NULL) {
    if (entry->d_name[0] < '1' || entry->d_name[0] > '9') continue;
    char path[300];
    struct stat status;
    snprintf(path, sizeof path, "%s/task", entry->d_name);
    if (fstatat(dirfd(processes), path, &status, 0) != 0 || status.st_uid != getuid()) continue;
    count += status.st_nlink > 2 ? status.st_nlink - 2 : 1;
  }
  closedir(processes);
  return count;
}

int csandbox_status_exited(int status) { return WIFEXITED(status); }
int csandbox_status_code(int status) { return WEXITSTATUS(status); }
int csandbox_status_signal(int status) { return WTERMSIG(status); }
