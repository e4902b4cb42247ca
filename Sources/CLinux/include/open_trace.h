#ifndef OPEN_TRACE_H
#define OPEN_TRACE_H

/// What a traced process did with a file.
enum open_trace_kind {
    OPEN_TRACE_READ = 0,
    OPEN_TRACE_LIST = 1,
    OPEN_TRACE_EXECUTE = 2,
    /// Opened so that it could be written.
    OPEN_TRACE_WRITE = 3,
};

/// A program to run to its end while its opens are visited.
struct open_trace_request {
    /// With the program's file first; they end with a null pointer, as the environment does.
    const char *const *arguments;
    const char *const *environment;
    /// The working folder; null for that of this process.
    const char *folder;
    /// File descriptors of its standard input, and of its output and errors.
    int input, output;
    /// Whether opens are visited from the start, and not only between `open_trace_begin` and `open_trace_end`.
    int is_active;
    /// Seconds after which SIGALRM ends it; 0 for never.
    unsigned time_limit;
};

/// Receives the absolute path, with links resolved, of a file that was opened, listed or executed. One that is opened for
/// reading and writing is visited twice.
typedef void (*open_trace_visitor)(void *context, const char *path, int kind);

/// Runs a program to its end and visits each file that it, its threads or a process it starts opens.
///
/// Works through ptrace with a filter on the open calls, so all other calls run at full speed; opens are seen
/// whatever library they come from. Needs no privilege, as only children are traced. Processes that are left when the
/// program ends are killed. What failed to open is not visited.
///
/// - status: as waitpid gives it.
/// Returns 0, or the error number of what went wrong before the program started: EPERM where tracing is forbidden.
int open_trace_run(const struct open_trace_request *request, open_trace_visitor visitor, void *context, int *status);

/// Called by the traced program: from here on opens are visited. Harmless in one that is not.
void open_trace_begin(void);
/// Called by the traced program: from here on opens are not visited.
void open_trace_end(void);

#endif
