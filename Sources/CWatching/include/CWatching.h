// What watching a learner's files needs of C: signal handlers, and the terminal's state across them.
#ifndef CWATCHING_H
#define CWATCHING_H

#include <stdint.h>

// Catches SIGINT, SIGTERM, SIGHUP and SIGWINCH: the number of each is written as a byte to a pipe. A second signal that ends the program
// ends it at once. Returns the reading end, or -1 with errno.
int cwatching_catch_signals(void);

// Ends the program by the signal, as if nobody had caught it.
void cwatching_die_of(int signal);

// Draws on the terminal from now on: another screen, every key at once, nothing echoed. Whatever ends the program but SIGKILL, the terminal
// gets its old state back. Returns 0, or -1 with errno.
int cwatching_enter_screen(int terminal);

// Gives the terminal its old state back; does nothing when it has it.
void cwatching_leave_screen(void);

// Makes a pipe whose ends no other program inherits. Returns 0, or -1 with errno.
int cwatching_pipe(int32_t ends[2]);

// Lets this process die when the one that started it does. Returns 0, or -1 where that has happened already.
int cwatching_die_with_parent(int32_t parent);

#endif
