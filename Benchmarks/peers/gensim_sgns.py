"""Times gensim's skip-gram with negative sampling by one worker, and writes the seconds to a file.

usage: gensim_sgns.py TEXT RESULT: reading and counting are not timed
"""
import sys
import time

from gensim.models import Word2Vec

with open(sys.argv[1]) as text:
    sentences = [line.split() for line in text]
model = Word2Vec(sg=1, negative=5, hs=0, vector_size=100, window=5, sample=0, min_count=1, workers=1, epochs=1,
                 alpha=0.025, min_alpha=0.0001, ns_exponent=0.75, seed=1)
model.build_vocab(sentences)
start = time.perf_counter()
model.train(sentences, total_examples=model.corpus_count, epochs=1)
seconds = time.perf_counter() - start
with open(sys.argv[2], 'w') as result:
    result.write(f'{seconds:.6f}\n')
