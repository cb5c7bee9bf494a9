// What Swift cannot do safely itself: starting a process exactly, and writing system-call filters.

#ifndef CSANDBOX_H
#define CSANDBOX_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// A limit for csandbox_spawn: one of the numbers below and its value, set as both the soft and the hard limit.
struct csandbox_limit {
  int32_t resource;
  uint64_t value;
};

// The resource limits' numbers, for Swift, where glibc's are an enumeration.
extern const int32_t csandbox_limit_cpu;
extern const int32_t csandbox_limit_address_space;
extern const int32_t csandbox_limit_processes;
extern const int32_t csandbox_limit_file_size;
extern const int32_t csandbox_limit_open_files;
extern const int32_t csandbox_limit_core;
extern const int32_t csandbox_limit_stack;

enum csandbox_filter_kind {
  CSANDBOX_FILTER_PROGRAM = 0,   // no new processes, no sockets, no descriptors from nothing
  CSANDBOX_FILTER_COMPILER = 1,  // processes, socket pairs and memory files allowed
};

// How a program is confined that shares its namespaces with everybody.
struct csandbox_confinement {
  int ruleset;                     // a descriptor from csandbox_ruleset
  enum csandbox_filter_kind kind;  // the system calls it may make, those that reach other processes left out
};

// What to start, and how.
struct csandbox_request {
  const char *path;          // the program's absolute path
  char *const *arguments;    // ends with NULL
  char *const *environment;  // ends with NULL
  const char *directory;     // the working directory
  const int *descriptors;    // the i-th becomes descriptor i of the child; -1 leaves i closed
  size_t descriptor_count;
  const struct csandbox_limit *limits;
  size_t limit_count;
  int64_t user;              // user and group to become, or -1 to stay who we are
  int dies_with_parent;      // whether the end of the thread that spawned it kills it
  const struct csandbox_confinement *confinement;  // NULL if something else confines it, or nothing
};

// What became of it.
struct csandbox_child {
  pid_t process;
  int descriptor;            // a pidfd
};

// Starts a program in a process group of its own. Returns 0, or an errno with `*step` naming what failed.
//
// The child is confined before exec: code in a library's initialisers runs before any `main` could confine itself.
//
// The child has the named descriptors only, default signal handlers, an empty signal mask, no supplementary groups if it
// changes user, and can gain no privileges. What fails in the child is reported here, too.
int csandbox_spawn(const struct csandbox_request *request, struct csandbox_child *child, const char **step);

// Waits for a child of ours and removes it. Returns 0 or an errno; the times count its reaped descendants as well.
int csandbox_reap(pid_t process, int no_hang, int *ended, int *status, int64_t *cpu_nanoseconds);

// A descriptor for a process that need not be our child; -1 and errno when there is none.
int csandbox_open_process(pid_t process);

// Sends a signal to the process behind a pidfd. Returns 0 or an errno.
int csandbox_signal(int process_descriptor, int signal);

// The wait status of a process that has been reaped by whoever was its parent, if the kernel keeps it (Linux 6.15).
// Returns 1 and the status, or 0 when it is not to be had.
int csandbox_exit_status(int process_descriptor, int *status);

// The CPU time that a process and its threads have used, in nanoseconds; -1 when it is gone.
int64_t csandbox_cpu_time(pid_t process);

// Sets the soft and hard process limit of a running process. Returns 0 or an errno.
int csandbox_limit_processes_of(pid_t process, uint64_t limit);

// Makes a pipe whose ends exec closes. Returns 0 or an errno.
int csandbox_pipe(int *reading, int *writing);

// Lets a write to a pipe without a reader fail with EPIPE, rather than end this process.
void csandbox_ignore_broken_pipes(void);

// How many processes and threads the present user has; 0 if that cannot be told.
uint64_t csandbox_count_own_tasks(void);

// Writes a filter as the bytes of a BPF program. Returns its size, or 0 if `capacity` is too small.
size_t csandbox_filter(enum csandbox_filter_kind kind, uint8_t *bytes, size_t capacity);

// A part of the file system that a program may see.
struct csandbox_path {
  const char *path;
  int is_writable;
};

// The version of Landlock that the kernel offers, or an errno as a negative number.
int csandbox_landlock_version(void);

// Makes a Landlock ruleset: of all files, these can be read and executed, and some also written. Returns 0 or an errno.
int csandbox_ruleset(const struct csandbox_path *paths, size_t count, int *ruleset);

// Ends all processes of a user at once. For root, and a user that nobody else has. Returns 0 or an errno.
int csandbox_end_processes_of(int64_t user);

// Claims a name for this user among all processes that share a network namespace, as long as the descriptor is open. Returns
// 0, with -1 for a descriptor if another user has taken the name or no socket may be opened here; or an errno, EADDRINUSE if
// a process of this user has it.
int csandbox_claim_name(const char *name, int *descriptor);

// The same as wait(2)'s macros, which Swift does not import.
int csandbox_status_exited(int status);
int csandbox_status_code(int status);
int csandbox_status_signal(int status);

#endif
