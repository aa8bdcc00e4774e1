// Element by element work, compiled twice: for every x86-64 processor and for those with wide registers.
#pragma once

#if defined(__x86_64__)
#define CT_WIDE __attribute__((target_clones("avx2", "default")))
// Also for registers of 64 bytes, which processors with instructions for bfloat16 have.
#define CT_WIDEST __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define CT_WIDE
#define CT_WIDEST
#endif
