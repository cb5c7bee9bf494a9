// GloVe by AdaGrad in a plain loop: the arithmetic of Sources/Embeddings/Training/GloVeTrainer.swift, inner products in eight
// sums included, which the compiler may then take several at a time.
//
// usage: glove PAIRS WORDS DIMENSIONS EPOCHS RESULT: PAIRS holds two ints and a float for each pair; the seconds of
// training go to RESULT, with those of the first numbers, logarithms and weights, without those of reading
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct {
  int32_t word, context;
  float count;
} Entry;

typedef struct {
  int32_t word, context;
  float logarithm, weight;
} Example;

static uint64_t state = 1;

static uint64_t next(void) {
  uint64_t mixed = state += 0x9E3779B97F4A7C15u;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
  return mixed ^ (mixed >> 31);
}

static float *numbers(size_t count, float first) {
  float *result = aligned_alloc(64, (count * sizeof(float) + 63) / 64 * 64);
  if (!result) exit(3);
  for (size_t k = 0; k < count; k++) result[k] = first;
  return result;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

int main(int count, char **words) {
  if (count != 6) return 2;
  size_t V = strtoul(words[2], 0, 10), D = strtoul(words[3], 0, 10), epochs = strtoul(words[4], 0, 10);
  FILE *file = fopen(words[1], "rb");
  if (!file || fseek(file, 0, SEEK_END)) return 3;
  size_t pairs = ftell(file) / sizeof(Entry);
  rewind(file);
  Entry *entries = malloc(pairs * sizeof(Entry));
  Example *examples = malloc(pairs * sizeof(Example));
  if (!entries || !examples || fread(entries, sizeof(Entry), pairs, file) != pairs) return 3;
  fclose(file);
  double start = now();
  for (size_t k = 0; k < pairs; k++) {
    Entry entry = entries[k];
    float fraction = entry.count / 100;
    examples[k] = (Example){entry.word, entry.context, logf(entry.count), fraction < 1 ? powf(fraction, 0.75f) : 1};
  }
  float *W = numbers(V * D, 0), *C = numbers(V * D, 0), *GW = numbers(V * D, 1), *GC = numbers(V * D, 1);
  float *b = numbers(V, 0), *c = numbers(V, 0), *Gb = numbers(V, 1), *Gc = numbers(V, 1);
  for (size_t k = 0; k < V * D; k++) {
    W[k] = ((next() >> 11) * 0x1p-53 - 0.5) / D;
    C[k] = ((next() >> 11) * 0x1p-53 - 0.5) / D;
  }
  const float rate = 0.05f;
  for (size_t epoch = 0; epoch < epochs; epoch++) {
    for (size_t k = pairs - 1; k > 0; k--) {
      size_t other = (size_t)(((unsigned __int128)next() * (k + 1)) >> 64);
      Example kept = examples[k];
      examples[k] = examples[other];
      examples[other] = kept;
    }
    for (size_t k = 0; k < pairs; k++) {
      size_t i = examples[k].word, j = examples[k].context;
      float *restrict w = W + i * D, *restrict u = C + j * D, *restrict gw = GW + i * D, *restrict gu = GC + j * D;
      float sums[8] = {0};
      size_t whole = D / 8 * 8;
      for (size_t d = 0; d < whole; d += 8)
        for (size_t lane = 0; lane < 8; lane++) sums[lane] += w[d + lane] * u[d + lane];
      for (size_t d = whole; d < D; d++) sums[d - whole] += w[d] * u[d];
      float error = b[i] + c[j] - examples[k].logarithm;
      for (size_t lane = 0; lane < 8; lane++) error += sums[lane];
      float gradient = 2 * examples[k].weight * error;
      for (size_t d = 0; d < D; d++) {
        float dw = gradient * u[d], du = gradient * w[d];
        gw[d] += dw * dw;
        gu[d] += du * du;
        w[d] -= rate * dw / sqrtf(gw[d]);
        u[d] -= rate * du / sqrtf(gu[d]);
      }
      Gb[i] += gradient * gradient;
      Gc[j] += gradient * gradient;
      b[i] -= rate * gradient / sqrtf(Gb[i]);
      c[j] -= rate * gradient / sqrtf(Gc[j]);
    }
  }
  double seconds = now() - start;
  file = fopen(words[5], "w");
  if (!file) return 3;
  fprintf(file, "%.6f\n", seconds);
  // The result is used, so that no loop may be left out.
  if (W[0] != W[0]) return 4;
  return fclose(file) ? 3 : 0;
}
