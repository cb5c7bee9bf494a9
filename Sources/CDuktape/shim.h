#include <duktape.h>

/* Duktape's calls that are macros, for Swift. */

static inline duk_context *gradus_duk_create(void) { return duk_create_heap_default(); }

/* Runs a script; nonzero where it threw. Its value or what it threw is left on the stack. */
static inline int gradus_duk_run(duk_context *context, const char *source, size_t length) {
  return duk_peval_lstring(context, source, length) != 0;
}

/* The value on top of the stack as text, which lives until it is popped. */
static inline const char *gradus_duk_text(duk_context *context, size_t *length) {
  return duk_safe_to_lstring(context, -1, length);
}
