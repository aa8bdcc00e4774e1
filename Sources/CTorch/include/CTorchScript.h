// TorchScript modules seen from C; see CTorch.h for ownership and errors.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ct_script_box *ct_script;  // owned by the caller; released by ct_script_free

// Loads a module in evaluation mode. Its code is compiled by the engine, not run, as long as no class has a __setstate__.
ct_script ct_script_load(const void *bytes, size_t count);
void ct_script_free(ct_script script);

// Every submodule (dotted name, class) in the order of definition; "" and the class for the module itself first.
int ct_script_submodules(ct_script script, void (*visit)(const char *name, const char *type, void *context), void *context);
// Every operator any method of any submodule uses, such as aten::conv2d.
int ct_script_operators(ct_script script, void (*visit)(const char *name, void *context), void *context);
// Every parameter and buffer (dotted name, number of values, whether it is trained).
int ct_script_parameters(ct_script script, void (*visit)(const char *name, int64_t count, bool trained, void *context),
                         void *context);

// The function from the output of submodule `after` (NULL: the input) to the output of submodule `upTo` (NULL: the
// answer). Fails where a submodule is not called, or when what follows `after` needs more than its output.
ct_script ct_script_part(ct_script script, const char *after, const char *up_to);
// The answer of a module or a part; fails when it is not one tensor.
ct_tensor ct_script_forward(ct_script script, ct_tensor x);

#ifdef __cplusplus
}
#endif
