#define _GNU_SOURCE
#include "file_space.h"

#include <errno.h>
#include <fcntl.h>

int file_space_reserve(int descriptor, long long count) {
    return fallocate(descriptor, FALLOC_FL_KEEP_SIZE, 0, (off_t)count) == 0 ? 0 : errno;
}
