#ifndef CMEMORY_H
#define CMEMORY_H

#include <stddef.h>

// The bytes that the C library's allocator has given out.
size_t memory_in_use(void);

#endif
