// A hostile program of our own: tries, in the sandbox that is about to be used, what the sandbox promises to prevent, and
// prints a line for each promise that holds. Its arguments are files of the machine that it must not be able to read.

#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

extern char **environ;

static int can_read(const char *path) {
  char byte;
  int file = open(path, O_RDONLY | O_NONBLOCK);
  if (file < 0) return 0;
  int read_something = read(file, &byte, 1) == 1;
  DIR *folder = fdopendir(file);
  if (folder != NULL) {
    read_something = readdir(folder) != NULL;
    closedir(folder);
  } else {
    close(file);
  }
  return read_something;
}

static int files_are_hidden(int count, char **secrets) {
  static const char *const usual[] = {"/etc/passwd", "/etc/hostname", "/etc", "/tmp", "/home", "/root", "/var/log",
                                      "/proc/1/environ/../../../etc/passwd", "/proc/self/root/etc/passwd"};
  for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++) {
    if (can_read(usual[i])) return 0;
  }
  for (int i = 0; i < count; i++) {
    if (can_read(secrets[i])) return 0;
  }
  return 1;
}

static int nothing_can_be_written(void) {
  static const char *const folders[] = {"/", "/tmp", "/dev/shm", "/var/tmp", "/run", "/usr/lib", ".", "/proc/self"};
  for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
    char path[64];
    snprintf(path, sizeof path, "%s/gradus-probe", folders[i]);
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (file >= 0 || mkdir(path, 0700) == 0 || symlink("/", path) == 0) {
      remove(path);
      return 0;
    }
    if (open(folders[i], O_TMPFILE | O_WRONLY, 0600) >= 0) return 0;
  }
  return 1;
}

static int environment_is_empty(void) {
  for (char **variable = environ; *variable != NULL; variable++) {
    if (strcmp(*variable, "PWD=/") != 0) return 0;
  }
  // That of the first process is ours, where we are the first, or else nobody may look.
  return getpid() == 1 || !can_read("/proc/1/environ");
}

static int no_descriptors(void) {
  for (int number = 3; number < 1024; number++) {
    if (fcntl(number, F_GETFD) >= 0) return 0;
  }
  return 1;
}

// Whether a line of /proc/self/status begins with a key and holds a value.
static int status_says(const char *key, const char *value) {
  static char text[8192];
  if (text[0] == 0) {
    int file = open("/proc/self/status", O_RDONLY);
    ssize_t length = file < 0 ? -1 : read(file, text + 1, sizeof text - 2);
    if (file >= 0) close(file);
    if (length <= 0) return 0;
    text[0] = '\n';
  }
  char wanted[64];
  snprintf(wanted, sizeof wanted, "\n%s:\t%s\n", key, value);
  return strstr(text, wanted) != NULL;
}

static int no_privileges(void) {
  const char *none = "0000000000000000";
  return status_says("CapEff", none) && status_says("CapPrm", none) && status_says("NoNewPrivs", "1");
}

static int others_cannot_be_reached(void) {
  if (kill(-1, 0) == 0) return 0;
  pid_t parent = getppid();
  if (parent == 0) return 1;
  if (kill(parent, 0) == 0 || ptrace(PTRACE_SEIZE, parent, NULL, NULL) == 0) return 0;
  struct rlimit limit;
  if (prlimit(parent, RLIMIT_NOFILE, NULL, &limit) == 0) return 0;
  return fcntl(1, F_SETOWN, parent) != 0;
}

static int no_network(void) {
  static const int families[] = {AF_INET, AF_INET6, AF_UNIX, AF_NETLINK, 40 /* AF_VSOCK */};
  for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
    if (socket(families[i], SOCK_STREAM, 0) >= 0 || socket(families[i], SOCK_DGRAM, 0) >= 0) return 0;
  }
  return 1;
}

static int no_processes(void) {
  pid_t process = fork();
  if (process == 0) _exit(0);
  return process < 0 && syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL) < 0;
}

static int limits_stand(void) {
  static const int resources[] = {RLIMIT_CPU, RLIMIT_AS, RLIMIT_NPROC, RLIMIT_FSIZE, RLIMIT_NOFILE, RLIMIT_CORE};
  struct rlimit limit;
  for (size_t i = 0; i < sizeof resources / sizeof resources[0]; i++) {
    if (getrlimit((__rlimit_resource_t)resources[i], &limit) != 0 || limit.rlim_max == RLIM_INFINITY) return 0;
    struct rlimit more = {limit.rlim_max + 1, limit.rlim_max + 1};
    if (setrlimit((__rlimit_resource_t)resources[i], &more) == 0) return 0;
  }
  if (getrlimit(RLIMIT_AS, &limit) != 0) return 0;
  return mmap(NULL, limit.rlim_max, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) == MAP_FAILED;
}

static void say(const char *key, int holds) {
  printf("%s %s\n", holds ? "ok" : "not ok", key);
}

int main(int count, char **arguments) {
  // Before anything of the C library opens a file.
  say("descriptors", no_descriptors());
  say("files", files_are_hidden(count - 1, arguments + 1));
  say("writing", nothing_can_be_written());
  say("environment", environment_is_empty());
  say("user", getuid() != 0 && geteuid() != 0 && getegid() != 0);
  say("privileges", no_privileges());
  say("filter", status_says("Seccomp", "2"));
  say("others", others_cannot_be_reached());
  say("network", no_network());
  say("processes", no_processes());
  say("limits", limits_stand());
  return 0;
}
