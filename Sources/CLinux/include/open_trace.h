#ifndef OPEN_TRACE_H
#define OPEN_TRACE_H

/// What a traced process did with a file.
enum open_trace_kind {
    OPEN_TRACE_READ = 0,
    OPEN_TRACE_LIST = 1,
    OPEN_TRACE_EXECUTE = 2,
};

/// Receives the absolute path, with links resolved, of a file that was opened for reading, listed or executed.
typedef void (*open_trace_visitor)(void *context, const char *path, int kind);

/// Runs a program to its end and visits each file that it, its threads or a process it starts opens between
/// `open_trace_begin` and `open_trace_end`.
///
/// Works through ptrace with a filter on the open calls, so all other calls run at full speed; opens are seen
/// whatever library they come from. Needs no privilege, as only children are traced. Processes that are left when the
/// program ends are killed. What failed to open is not visited.
///
/// - input and output: file descriptors of the program's standard input, and of its output and errors.
/// - status: as waitpid gives it.
/// Returns 0, or the error number of what went wrong before the program started: EPERM where tracing is forbidden.
int open_trace_run(const char *const arguments[], const char *const environment[], int input, int output,
                   open_trace_visitor visitor, void *context, int *status);

/// Called by the traced program: from here on opens are visited. Harmless in one that is not.
void open_trace_begin(void);
/// Called by the traced program: from here on opens are not visited.
void open_trace_end(void);

#endif
