// Claiming a name, so that others know what this process uses.

#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

// Fits the backlog of any kernel: whoever asks waits in it, and takes nothing from it.
#define MOST_WAITING 4096

// Whether who has an address is not one of this user's processes, all of which listen.
static int is_strangers(int asking, const struct sockaddr_un *address, socklen_t length) {
  struct ucred holder;
  socklen_t size = sizeof holder;
  if (connect(asking, (const struct sockaddr *)address, length) != 0) return errno == ECONNREFUSED;
  if (getsockopt(asking, SOL_SOCKET, SO_PEERCRED, &holder, &size) != 0) return 0;
  return holder.uid != geteuid();
}

// Whether a socket is not to be had at all: then there are no names by which to keep out of one another's way.
static int is_forbidden(int error) {
  return error == EACCES || error == EPERM || error == EAFNOSUPPORT || error == ENOSYS;
}

int csandbox_claim_name(const char *name, int *descriptor) {
  *descriptor = -1;
  // An abstract address: no file, and gone with the last process that has it open.
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  size_t count = strlen(name);
  if (count >= sizeof address.sun_path) return ENAMETOOLONG;
  memcpy(address.sun_path + 1, name, count);
  socklen_t length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + count);

  int mine = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (mine < 0) return is_forbidden(errno) ? 0 : errno;
  if (bind(mine, (const struct sockaddr *)&address, length) == 0 && listen(mine, MOST_WAITING) == 0) {
    *descriptor = mine;
    return 0;
  }
  int error = errno;
  // A name taken by a stranger says nothing of what this user's processes do, and must not stop them.
  if (error == EADDRINUSE && is_strangers(mine, &address, length)) error = 0;
  close(mine);
  return error;
}
