#ifndef FOLDER_EXCHANGE_H
#define FOLDER_EXCHANGE_H

/// Exchanges what two paths name, in one step that nobody sees half of.
///
/// Returns 0, or the error number: EINVAL or ENOSYS where the file system cannot.
int folder_exchange(const char *first, const char *second);

#endif
