#pragma once

#include <stddef.h>
#include <stdint.h>

/* Downloads through libcurl, which is opened when the first one begins and not before: linked, it would bring some thirty
 * libraries into each start of the program. */

/// What a server says before the bytes of a body.
struct download_answer {
    /// The status of HTTP.
    long status;
    /// Headers, cut where they are longer; empty where there are none.
    char type[128], encoding[64], range[128];
    /// The number of bytes that the server announced; -1 where it did not.
    int64_t length;
};

struct download_request {
    const char *address;
    /// A file of certificates to trust in place of the system's; NULL for those.
    const char *certificates;
    /// Of the file, the first byte that is wanted.
    int64_t first;
    /// Milliseconds until the connection stands, and for all.
    long connect_time, total_time;
    /// Milliseconds without a byte.
    long stall_time;
    long most_redirects;
    void *context;
    /// Takes a part of the body; anything but `count` ends the download.
    size_t (*take)(void *context, const struct download_answer *answer, const uint8_t *bytes, size_t count);
    /// Asked several times a second; 0 ends the download.
    int (*goes_on)(void *context);
};

enum download_problem {
    /// The server's answer is here, whatever it is.
    DOWNLOAD_DONE,
    /// libcurl is not installed, or does not start; `message` says what the system says.
    DOWNLOAD_NO_LIBRARY,
    /// `code` is libcurl's.
    DOWNLOAD_FAILED,
    DOWNLOAD_STALLED,
    /// `goes_on` said so.
    DOWNLOAD_STOPPED
};

struct download_end {
    enum download_problem problem;
    int code;
    char message[512];
    struct download_answer answer;
    /// Where redirects led.
    char address[1024];
};

void download_run(const struct download_request *request, struct download_end *end);
