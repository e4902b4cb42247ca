/* The one header that the module is made from: compilers keep what they made of a folder of headers, and do not see
 * that another one joined it. */
#include "file_space.h"
#include "folder_exchange.h"
#include "open_trace.h"
#include "program_group.h"
