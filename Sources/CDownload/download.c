#define _GNU_SOURCE
#include "CDownload.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>

/* What is used of libcurl's interface, which is stable since version 7.66 (2019): the values are those of its headers
 * curl.h and multi.h (https://github.com/curl/curl/tree/master/include/curl). */
typedef void CURL;
typedef void CURLM;

enum {
    OPTION_WRITEDATA = 10001,
    OPTION_URL = 10002,
    OPTION_RANGE = 10007,
    OPTION_ERRORBUFFER = 10010,
    OPTION_USERAGENT = 10018,
    OPTION_HEADERDATA = 10029,
    OPTION_CAINFO = 10065,
    OPTION_WRITEFUNCTION = 20011,
    OPTION_HEADERFUNCTION = 20079,
    OPTION_FOLLOWLOCATION = 52,
    OPTION_SSL_VERIFYPEER = 64,
    OPTION_MAXREDIRS = 68,
    OPTION_SSL_VERIFYHOST = 81,
    OPTION_NOSIGNAL = 99,
    OPTION_TIMEOUT_MS = 155,
    OPTION_CONNECTTIMEOUT_MS = 156,
    OPTION_PROTOCOLS = 181,
    OPTION_REDIR_PROTOCOLS = 182,
    INFO_EFFECTIVE_URL = 0x100001,
    INFO_RESPONSE_CODE = 0x200002,
    PROTOCOL_HTTP = 1,
    PROTOCOL_HTTPS = 2,
    GLOBAL_ALL = 3,
    MESSAGE_DONE = 1,
    ERROR_SIZE = 256,
};

struct curl_message {
    int kind;
    CURL *easy;
    union {
        void *whatever;
        int result;
    } data;
};

static struct {
    pthread_once_t once;
    char problem[256];
    int (*global_init)(long);
    CURL *(*easy_init)(void);
    int (*easy_setopt)(CURL *, int, ...);
    int (*easy_getinfo)(CURL *, int, ...);
    const char *(*easy_strerror)(int);
    void (*easy_cleanup)(CURL *);
    CURLM *(*multi_init)(void);
    int (*multi_add_handle)(CURLM *, CURL *);
    int (*multi_remove_handle)(CURLM *, CURL *);
    int (*multi_perform)(CURLM *, int *);
    int (*multi_poll)(CURLM *, void *, unsigned, int, int *);
    struct curl_message *(*multi_info_read)(CURLM *, int *);
    int (*multi_cleanup)(CURLM *);
} curl = {.once = PTHREAD_ONCE_INIT};

static void copy(char *to, size_t size, const char *from, size_t count) {
    if (count >= size) count = size - 1;
    memcpy(to, from, count);
    to[count] = 0;
}

static void open_library(void) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        const char *problem = dlerror();
        copy(curl.problem, sizeof curl.problem, problem ? problem : "?", problem ? strlen(problem) : 1);
        return;
    }
    const struct {
        const char *name;
        void *place;
    } symbols[] = {
        {"curl_global_init", &curl.global_init},
        {"curl_easy_init", &curl.easy_init},
        {"curl_easy_setopt", &curl.easy_setopt},
        {"curl_easy_getinfo", &curl.easy_getinfo},
        {"curl_easy_strerror", &curl.easy_strerror},
        {"curl_easy_cleanup", &curl.easy_cleanup},
        {"curl_multi_init", &curl.multi_init},
        {"curl_multi_add_handle", &curl.multi_add_handle},
        {"curl_multi_remove_handle", &curl.multi_remove_handle},
        {"curl_multi_perform", &curl.multi_perform},
        {"curl_multi_poll", &curl.multi_poll},
        {"curl_multi_info_read", &curl.multi_info_read},
        {"curl_multi_cleanup", &curl.multi_cleanup},
    };
    for (size_t i = 0; i < sizeof symbols / sizeof symbols[0]; i++) {
        void *symbol = dlsym(library, symbols[i].name);
        if (!symbol) {
            snprintf(curl.problem, sizeof curl.problem, "libcurl.so.4 has no %s", symbols[i].name);
            return;
        }
        memcpy(symbols[i].place, &symbol, sizeof symbol);
    }
    if (curl.global_init(GLOBAL_ALL) != 0) snprintf(curl.problem, sizeof curl.problem, "libcurl does not start");
}

struct transfer {
    const struct download_request *request;
    CURL *easy;
    struct download_answer answer;
    struct timespec last;
};

static long milliseconds_since(const struct timespec *then) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (now.tv_sec - then->tv_sec) * 1000 + (now.tv_nsec - then->tv_nsec) / 1000000;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
    struct transfer *transfer = context;
    clock_gettime(CLOCK_MONOTONIC, &transfer->last);
    curl.easy_getinfo(transfer->easy, INFO_RESPONSE_CODE, &transfer->answer.status);
    return transfer->request->take(
        transfer->request->context, &transfer->answer, (const uint8_t *)bytes, size * count);
}

static void note_header(const char *line, size_t count, const char *name, char *to, size_t size) {
    size_t length = strlen(name);
    if (count <= length || strncasecmp(line, name, length) != 0 || line[length] != ':') return;
    const char *value = line + length + 1, *end = line + count;
    while (value < end && (*value == ' ' || *value == '\t')) value++;
    while (end > value && (end[-1] == '\r' || end[-1] == '\n' || end[-1] == ' ')) end--;
    copy(to, size, value, (size_t)(end - value));
}

static size_t take_header(char *line, size_t size, size_t count, void *context) {
    struct transfer *transfer = context;
    struct download_answer *answer = &transfer->answer;
    size *= count;
    clock_gettime(CLOCK_MONOTONIC, &transfer->last);
    // Each answer on the way, redirects among them, begins with a line of its own.
    if (size > 5 && strncasecmp(line, "HTTP/", 5) == 0) *answer = (struct download_answer){.length = -1};
    char length[32] = "";
    note_header(line, size, "Content-Type", answer->type, sizeof answer->type);
    note_header(line, size, "Content-Encoding", answer->encoding, sizeof answer->encoding);
    note_header(line, size, "Content-Range", answer->range, sizeof answer->range);
    note_header(line, size, "Content-Length", length, sizeof length);
    long long announced;
    if (length[0] && sscanf(length, "%lld", &announced) == 1 && announced >= 0) answer->length = announced;
    return size;
}

/// Runs until libcurl is through.
static void run(CURLM *multi, struct transfer *transfer, struct download_end *end) {
    while (1) {
        int running = 0;
        if (curl.multi_perform(multi, &running) != 0) return;
        struct curl_message *message;
        int left;
        while ((message = curl.multi_info_read(multi, &left)))
            if (message->kind == MESSAGE_DONE) {
                end->code = message->data.result;
                end->problem = end->code == 0 ? DOWNLOAD_DONE : DOWNLOAD_FAILED;
                return;
            }
        if (!transfer->request->goes_on(transfer->request->context)) {
            end->problem = DOWNLOAD_STOPPED;
            return;
        }
        if (milliseconds_since(&transfer->last) > transfer->request->stall_time) {
            end->problem = DOWNLOAD_STALLED;
            return;
        }
        if (running == 0 || curl.multi_poll(multi, NULL, 0, 50, NULL) != 0) return;
    }
}

void download_run(const struct download_request *request, struct download_end *end) {
    *end = (struct download_end){.problem = DOWNLOAD_FAILED, .answer.length = -1};
    pthread_once(&curl.once, open_library);
    if (curl.problem[0]) {
        end->problem = DOWNLOAD_NO_LIBRARY;
        copy(end->message, sizeof end->message, curl.problem, strlen(curl.problem));
        return;
    }
    struct transfer transfer = {.request = request, .easy = curl.easy_init(), .answer.length = -1};
    CURLM *multi = curl.multi_init();
    char message[ERROR_SIZE] = "", range[32];
    CURL *easy = transfer.easy;
    if (!easy || !multi) goto end;
    clock_gettime(CLOCK_MONOTONIC, &transfer.last);
    const int settings[] = {
        curl.easy_setopt(easy, OPTION_URL, request->address),
        curl.easy_setopt(easy, OPTION_ERRORBUFFER, message),
        curl.easy_setopt(easy, OPTION_USERAGENT, "paperbuild"),
        curl.easy_setopt(easy, OPTION_WRITEFUNCTION, take_body),
        curl.easy_setopt(easy, OPTION_WRITEDATA, &transfer),
        curl.easy_setopt(easy, OPTION_HEADERFUNCTION, take_header),
        curl.easy_setopt(easy, OPTION_HEADERDATA, &transfer),
        curl.easy_setopt(easy, OPTION_NOSIGNAL, 1L),
        curl.easy_setopt(easy, OPTION_FOLLOWLOCATION, 1L),
        curl.easy_setopt(easy, OPTION_MAXREDIRS, request->most_redirects),
        curl.easy_setopt(easy, OPTION_PROTOCOLS, (long)(PROTOCOL_HTTP | PROTOCOL_HTTPS)),
        curl.easy_setopt(easy, OPTION_REDIR_PROTOCOLS, (long)(PROTOCOL_HTTP | PROTOCOL_HTTPS)),
        curl.easy_setopt(easy, OPTION_SSL_VERIFYPEER, 1L),
        curl.easy_setopt(easy, OPTION_SSL_VERIFYHOST, 2L),
        curl.easy_setopt(easy, OPTION_CONNECTTIMEOUT_MS, request->connect_time),
        curl.easy_setopt(easy, OPTION_TIMEOUT_MS, request->total_time),
        request->certificates ? curl.easy_setopt(easy, OPTION_CAINFO, request->certificates) : 0,
        request->first > 0 && snprintf(range, sizeof range, "%lld-", (long long)request->first) > 0
            ? curl.easy_setopt(easy, OPTION_RANGE, range) : 0,
    };
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++)
        if (settings[i] != 0) {
            end->code = settings[i];
            goto end;
        }
    if (curl.multi_add_handle(multi, easy) != 0) goto end;
    run(multi, &transfer, end);
    const char *address = NULL;
    curl.easy_getinfo(easy, INFO_RESPONSE_CODE, &transfer.answer.status);
    if (curl.easy_getinfo(easy, INFO_EFFECTIVE_URL, &address) == 0 && address)
        copy(end->address, sizeof end->address, address, strlen(address));
    end->answer = transfer.answer;
    curl.multi_remove_handle(multi, easy);
end:
    if (end->problem == DOWNLOAD_FAILED) {
        const char *text = message[0] ? message : curl.easy_strerror(end->code);
        copy(end->message, sizeof end->message, text, strlen(text));
    }
    if (multi) curl.multi_cleanup(multi);
    if (easy) curl.easy_cleanup(easy);
}
