/*
 * Unsafe or locale-dependent functions that this project never calls. Included
 * last by every .c file, it turns a call of one of them into a compile error.
 */
#ifndef KHABAR_BANNED_H
#define KHABAR_BANNED_H

/* Some C libraries make macros of these two. */
#undef sprintf
#undef vsprintf
#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf gets strtok
#pragma GCC poison atoi atol atoll atof strcoll setlocale isalpha isdigit isspace tolower toupper

#endif
