// Handlers do nothing but system calls that are safe in them.

#define _GNU_SOURCE
#include "CWatching.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <termios.h>
#include <unistd.h>

static int signal_pipe[2] = {-1, -1};
static volatile sig_atomic_t is_ending;
static volatile sig_atomic_t is_on_screen;
static int screen_terminal = -1;
static struct termios cooked;
static struct termios raw;

// Another screen, the cursor hidden, no line breaks of the terminal's own; and all of it back.
static const char enter_sequence[] = "\033[?1049h\033[?25l\033[?7l\033[2J\033[H";
static const char leave_sequence[] = "\033[?7h\033[?25h\033[0m\033[?1049l";

// Where the guard is told whether the screen is taken; -1 where there is none.
static int guard_pipe = -1;

static void tell_guard(char state) {
  if (guard_pipe < 0) return;
  ssize_t ignored = write(guard_pipe, &state, 1);
  (void)ignored;
}

static void put(const char *text, size_t length) {
  while (length > 0) {
    ssize_t count = write(screen_terminal, text, length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    text += count;
    length -= (size_t)count;
  }
}

void cwatching_leave_screen(void) {
  if (!is_on_screen) return;
  is_on_screen = 0;
  int kept = errno;
  put(leave_sequence, sizeof leave_sequence - 1);
  tcsetattr(screen_terminal, TCSADRAIN, &cooked);
  tell_guard('l');
  errno = kept;
}

// A process that outlives a SIGKILL of this one, and then gives the terminal back. It does nothing but system calls.
static void start_guard(void) {
  int ends[2];
  if (guard_pipe >= 0 || pipe2(ends, O_CLOEXEC) != 0) return;
  pid_t guard = fork();
  if (guard != 0) {
    close(ends[0]);
    if (guard > 0) guard_pipe = ends[1]; else close(ends[1]);
    return;
  }
  // In a group of its own, so that no key ends it, and with nothing open that others wait for the end of.
  setpgid(0, 0);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_IGN);
  dup2(screen_terminal, 1);
  dup2(ends[0], 0);
  close(2);
  close_range(3, ~0U, 0);
  screen_terminal = 1;
  char state = 'l', next;
  for (;;) {
    ssize_t count = read(0, &next, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    state = next;
  }
  if (state == 'e') {
    put(leave_sequence, sizeof leave_sequence - 1);
    // A shell that was faster has set the terminal already as it wants it.
    struct termios now;
    if (tcgetattr(1, &now) == 0 && now.c_lflag == raw.c_lflag && now.c_iflag == raw.c_iflag)
      tcsetattr(1, TCSADRAIN, &cooked);
  }
  _exit(0);
}

void cwatching_die_of(int number) {
  cwatching_leave_screen();
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(number, &standard, NULL);
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, number);
  raise(number);
  sigprocmask(SIG_UNBLOCK, &one, NULL);
}

static void report(int number) {
  int kept = errno;
  if (number != SIGWINCH) {
    if (is_ending) cwatching_die_of(number);
    is_ending = 1;
  }
  char byte = (char)number;
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  (void)ignored;
  errno = kept;
}

// Stopped from the keyboard: the shell gets its terminal back, and later the screen is drawn anew.
static void stop(int number) {
  int kept = errno;
  int was_on_screen = is_on_screen;
  cwatching_leave_screen();
  struct sigaction standard = {.sa_handler = SIG_DFL}, own;
  sigaction(number, &standard, &own);
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, number);
  raise(number);
  sigprocmask(SIG_UNBLOCK, &one, NULL);
  // Here it goes on again.
  sigaction(number, &own, NULL);
  if (was_on_screen) {
    tell_guard('e');
    tcsetattr(screen_terminal, TCSADRAIN, &raw);
    put(enter_sequence, sizeof enter_sequence - 1);
    is_on_screen = 1;
  }
  char byte = SIGWINCH;
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  (void)ignored;
  errno = kept;
}

static void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigfillset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

int cwatching_catch_signals(void) {
  if (signal_pipe[0] >= 0) return signal_pipe[0];
  if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  // A helper that has gone is noticed by what it does not answer.
  handle(SIGPIPE, SIG_IGN, 0);
  const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH};
  sigset_t wanted;
  sigemptyset(&wanted);
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    handle(numbers[i], report, SA_RESTART);
    sigaddset(&wanted, numbers[i]);
  }
  // Whoever started this program may have had them blocked.
  sigprocmask(SIG_UNBLOCK, &wanted, NULL);
  return signal_pipe[0];
}

int cwatching_enter_screen(int terminal) {
  if (tcgetattr(terminal, &cooked) != 0) return -1;
  raw = cooked;
  raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  raw.c_iflag &= ~(tcflag_t)(IXON | ICRNL);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  screen_terminal = terminal;
  start_guard();
  if (tcsetattr(terminal, TCSADRAIN, &raw) != 0) return -1;
  tell_guard('e');
  is_on_screen = 1;
  put(enter_sequence, sizeof enter_sequence - 1);
  const int endings[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT, SIGSYS, SIGXCPU,
                         SIGXFSZ, SIGALRM, SIGUSR1, SIGUSR2};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) handle(endings[i], cwatching_die_of, 0);
  handle(SIGTSTP, stop, SA_RESTART);
  atexit(cwatching_leave_screen);
  return 0;
}

int cwatching_pipe(int32_t ends[2]) { return pipe2(ends, O_CLOEXEC); }

int cwatching_die_with_parent(int32_t parent) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return -1;
  return getppid() == parent ? 0 : -1;
}
