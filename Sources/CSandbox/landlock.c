// Landlock, without a library for it. The headers of today's stable systems know only its first versions.

#define _GNU_SOURCE
#include "CSandbox.h"
#include "confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The numbers are the same on all processors.
#define CREATE_RULESET 444
#define ADD_RULE 445
#define RESTRICT_SELF 446
#define ASK_FOR_VERSION 1
#define RULE_PATH_BENEATH 1

// What can be done with files.
#define EXECUTE (1ULL << 0)
#define WRITE_FILE (1ULL << 1)
#define READ_FILE (1ULL << 2)
#define READ_FOLDER (1ULL << 3)
#define REMOVE_FOLDER (1ULL << 4)
#define REMOVE_FILE (1ULL << 5)
#define MAKE_FOLDER (1ULL << 7)
#define MAKE_FILE (1ULL << 8)
#define MAKE_LINK (1ULL << 12)
#define RENAME (1ULL << 13)         // since version 2; forbidden altogether in version 1
#define TRUNCATE (1ULL << 14)       // since version 3; before, the system-call filter forbids it
#define DEVICE_CONTROL (1ULL << 15) // since version 5
#define ALL_OF_VERSION_1 ((1ULL << 13) - 1)

// The network since version 4, signals and abstract sockets since version 6.
#define ALL_OF_NETWORK 3ULL
#define ALL_SCOPES 3ULL

// Of everything that is handled, nothing is allowed but what a rule allows.
struct ruleset {
  uint64_t files;
  uint64_t network;
  uint64_t scopes;
};

struct path_rule {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

// What a file that is no folder can be allowed.
#define OF_FILES (EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | DEVICE_CONTROL)

int csandbox_landlock_version(void) {
  long version = syscall(CREATE_RULESET, NULL, 0, ASK_FOR_VERSION);
  return version < 0 ? -errno : (int)version;
}

static uint64_t handled_files(int version) {
  uint64_t files = ALL_OF_VERSION_1;
  if (version >= 2) files |= RENAME;
  if (version >= 3) files |= TRUNCATE;
  if (version >= 5) files |= DEVICE_CONTROL;
  return files;
}

static int allow(int ruleset, const char *path, uint64_t allowed) {
  int parent = open(path, O_PATH | O_CLOEXEC);
  if (parent < 0) return errno;
  struct stat status;
  int error = fstat(parent, &status) == 0 ? 0 : errno;
  if (error == 0) {
    struct path_rule rule = {S_ISDIR(status.st_mode) ? allowed : allowed & OF_FILES, parent};
    if (syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0) != 0) error = errno;
  }
  close(parent);
  return error;
}

int csandbox_ruleset(const struct csandbox_path *paths, size_t count, int *ruleset) {
  int version = csandbox_landlock_version();
  if (version < 0) return -version;
  struct ruleset handled = {.files = handled_files(version)};
  size_t size = offsetof(struct ruleset, network);
  if (version >= 4) {
    handled.network = ALL_OF_NETWORK;
    size = offsetof(struct ruleset, scopes);
  }
  if (version >= 6) {
    handled.scopes = ALL_SCOPES;
    size = sizeof handled;
  }
  int made = (int)syscall(CREATE_RULESET, &handled, size, 0);
  if (made < 0) return errno;
  uint64_t reading = EXECUTE | READ_FILE | READ_FOLDER;
  uint64_t writing = reading | WRITE_FILE | REMOVE_FOLDER | REMOVE_FILE | MAKE_FOLDER | MAKE_FILE | MAKE_LINK | RENAME
                     | TRUNCATE;
  for (size_t i = 0; i < count; i++) {
    int error = allow(made, paths[i].path, (paths[i].is_writable ? writing : reading) & handled.files);
    if (error != 0) {
      close(made);
      return error;
    }
  }
  *ruleset = made;
  return 0;
}

int csandbox_hide_files(int ruleset) {
  // Its own numbers only: the C library asks for the bounds of the stack there. What is not there is not needed.
  int error = allow(ruleset, "/proc/self", READ_FILE | READ_FOLDER);
  if (error != 0 && error != ENOENT) {
    errno = error;
    return -1;
  }
  return (int)syscall(RESTRICT_SELF, ruleset, 0);
}
