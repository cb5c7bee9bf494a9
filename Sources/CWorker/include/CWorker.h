#ifndef CWORKER_H
#define CWORKER_H

#include <stddef.h>
#include <stdint.h>

/// Installs handlers that report a fatal signal as a frame on the given descriptor, on a stack of their own, and end the
/// process with status 128 + signal.
void worker_install_crash_handlers(int report_descriptor);

/// Loads the shared library at `path` and calls its function `gradus_expose`. Answers 0, or -1 with the dynamic linker's
/// message in `error`. The crash handlers report addresses relative to this library from then on.
int worker_load(const char *path, char *error, size_t capacity);

/// Writes everything standard output and standard error hold back.
void worker_flush(void);

/// Reads exactly `count` bytes; 0 when the other side has closed the pipe or something failed.
int worker_read(int descriptor, void *buffer, size_t count);

/// Writes exactly `count` bytes; 0 when the other side has closed the pipe or something failed.
int worker_write(int descriptor, const void *buffer, size_t count);

#endif
