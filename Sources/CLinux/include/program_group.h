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

/// Runs a program to its end, in a process group of its own that does not outlive this process.
///
/// Between the two stands a guard: a process that waits for the program's end and for ours, whatever kills us, and ends
/// the whole group with either. What the program leaves running in its group ends with it.
///
/// - status: as waitpid gives it.
/// Returns 0, or the error number of why it could not be started.
int program_group_run(const struct program_request *request, int *status);

/// An open file in memory, without a name; -1 and errno where there is none to be had.
int program_memory_file(void);

#endif
