#ifndef PROGRAM_GROUP_H
#define PROGRAM_GROUP_H

/// A program to run: the program's file, not a name to search for.
struct program_request {
    const char *path;
    /// With the name first; they end with a null pointer, as the environment does.
    const char *const *arguments;
    const char *const *environment;
    /// The working folder; null for that of this process.
    const char *folder;
    /// File descriptors of its standard input, output and errors.
    int input, output, errors;
};

/// A program that runs.
struct program_group {
    int guard;
    /// What keeps it alive; closed, all ends.
    int life;
    /// Readable when the program has ended, or could not be started.
    int report;
};

/// Starts a program in a process group of its own that does not outlive this process.
///
/// Between the two stands a guard: a process that waits for the program's end and for ours, whatever kills us, and ends
/// with either all that the program started, also what left its group or became a daemon.
///
/// Returns 0, or the error number of why nothing could be started; then there is nothing to wait for.
int program_group_start(const struct program_request *request, struct program_group *group);

/// Asks the program and its group to end: SIGTERM.
void program_group_terminate(const struct program_group *group);

/// Ends the program and all that it started.
void program_group_kill(struct program_group *group);

/// Waits for the end, once.
///
/// - status: as waitpid gives it; not set where the program was ended by `program_group_kill`.
/// Returns 0, or the error number of why it could not be started; ECHILD where it was ended before it could tell.
int program_group_wait(struct program_group *group, int *status);

/// A pipe that no program inherits; -1 and errno where there is none to be had.
int program_pipe(int ends[2]);

/// An open file in memory, without a name; -1 and errno where there is none to be had.
int program_memory_file(void);

#endif
