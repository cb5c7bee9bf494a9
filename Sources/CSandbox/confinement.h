// What a child does to itself before exec, where no namespaces are to be had.

#ifndef CONFINEMENT_H
#define CONFINEMENT_H

#include "CSandbox.h"

// Leaves this process, for good, the files of a ruleset and its own folder of /proc. Only makes system calls.
int csandbox_hide_files(int ruleset);

// Leaves this process, for good, the system calls that neither do what the kind forbids nor reach other processes.
int csandbox_filter_calls(enum csandbox_filter_kind kind);

#endif
