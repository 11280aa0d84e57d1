/* Finding text that is in another encoding than UTF-8, so that it is refused and not made U+FFFD of. */
#ifndef NORMALIZE_ENCODING_H
#define NORMALIZE_ENCODING_H

#include "span.h"

/*
 * The name, as iconv(1) knows it, of the encoding that the begin of a file
 * shows, or NULL where it may be UTF-8: UTF-16 by its byte order mark or by
 * its NULs, windows-1256 where nearly all bytes above ASCII are its Arabic
 * letters and none of them make UTF-8. Short or doubtful text is UTF-8.
 */
const char *encoding_detect(struct span begin);

#endif
