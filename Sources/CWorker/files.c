#include "CWorker.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

void worker_flush(void) {
  fflush(stdout);
  fflush(stderr);
}

int worker_read(int descriptor, void *buffer, size_t count) {
  char *next = buffer;
  while (count > 0) {
    ssize_t done = read(descriptor, next, count);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return 0;
    next += done;
    count -= (size_t)done;
  }
  return 1;
}

int worker_write(int descriptor, const void *buffer, size_t count) {
  const char *next = buffer;
  while (count > 0) {
    ssize_t done = write(descriptor, next, count);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return 0;
    next += done;
    count -= (size_t)done;
  }
  return 1;
}
