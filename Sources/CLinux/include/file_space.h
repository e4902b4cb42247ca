#ifndef FILE_SPACE_H
#define FILE_SPACE_H

/// Reserves space for the first bytes of an open file, whose size stays as it is.
///
/// Returns 0, or the error number: EOPNOTSUPP where the file system cannot.
int file_space_reserve(int descriptor, long long count);

#endif
