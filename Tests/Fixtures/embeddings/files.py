#!/usr/bin/env python3
"""Writes files in the formats of word vectors: some as other programs write them, and some that are damaged.

Needs gensim (4.4.0 was used) and NumPy. `gensim.txt` and `gensim.bin` are what KeyedVectors.save_word2vec_format
writes. `original.bin` and `original.txt` have the ends of lines and the spaces of the word2vec program, `glove.txt` the
form of the Stanford vectors, one word with spaces included, as their largest file has some. The numbers are drawn; they
stand in `expected.json` as gensim reads them back. `questions.txt` has the form of questions-words.txt, `text8` that of
its namesake.
"""
import gzip
import json
import pathlib
import unicodedata
import struct

import numpy as np
from gensim.models import KeyedVectors

here = pathlib.Path(__file__).parent / 'files'
broken = here / 'broken'
broken.mkdir(parents=True, exist_ok=True)
draws = np.random.default_rng(7)
words = ['the', 'king', 'queen', 'café', '日本', 'co-operate', '</s>']
table = draws.normal(size=(len(words), 6)).astype(np.float32)
table[2] *= np.float32(1e-6)
table[3] *= np.float32(3e5)

vectors = KeyedVectors(6)
vectors.add_vectors(words, table)
vectors.save_word2vec_format(here / 'gensim.txt', binary=False)
vectors.save_word2vec_format(here / 'gensim.bin', binary=True)
rows = ''.join(f'{w} ' + ''.join(f'{x:f} ' for x in v) + '\n' for w, v in zip(words, table))
(here / 'original.txt').write_text(f'{len(words)} 6\n' + rows)
(here / 'original.bin').write_bytes(
    f'{len(words)} 6\n'.encode() + b''.join(w.encode() + b' ' + v.tobytes() + b'\n' for w, v in zip(words, table)))
spaced = ['. . .'] + words[1:]
(here / 'glove.txt').write_text(''.join(f'{w} ' + ' '.join(f'{x:.5g}' for x in v) + '\n' for w, v in zip(spaced, table)))
# The mark of an editor before everything, ends of lines as on Windows, and a word beside itself in its other normal form.
accents = words[:4] + [unicodedata.normalize('NFD', words[3])] + words[4:6]
rows = ''.join(f'{w} ' + ' '.join(f'{x:f}' for x in v) + '\r\n' for w, v in zip(accents, table))
(here / 'marked.txt').write_bytes(b'\xef\xbb\xbf' + f'{len(accents)} 6\r\n{rows}'.encode())
read = {}
for name, binary in [('gensim.txt', False), ('gensim.bin', True), ('original.txt', False), ('original.bin', True)]:
    back = KeyedVectors.load_word2vec_format(here / name, binary=binary)
    read[name] = dict(words=back.index_to_key, vectors=[[float(x) for x in v] for v in back.vectors])
read['glove.txt'] = dict(words=spaced, vectors=[[float(np.float32(float(f'{x:.5g}'))) for x in v] for v in table])
read['marked.txt'] = dict(words=accents, vectors=[[float(np.float32(float(f'{x:f}'))) for x in v] for v in table])
(here / 'expected.json').write_text(json.dumps(read) + '\n')
(here / 'questions.txt').write_text(
    ': capital-common-countries\nAthens Greece Oslo Norway\nAthens Greece Paris France\n'
    ': gram8-plural\nbanana bananas bird birds\n')
(here / 'text8').write_text(' anarchism originated as a term of abuse first used against early working class radicals')

text = (here / 'gensim.txt').read_bytes()
lines = text.split(b'\n')
binary = (here / 'gensim.bin').read_bytes()
cases = {
    'empty.txt': b'',
    'utf-16.txt': text.decode().encode('utf-16'),
    'no-words.txt': b'0 6\n',
    'no-word.txt': text.replace(b'queen', b''),
    'zipped.txt': gzip.compress(text, mtime=0),
    'no-header.txt': b'\n'.join(lines[1:]),
    'cut-off.txt': text[:len(text) * 2 // 3],
    'fewer-rows.txt': b'\n'.join([b'9 6'] + lines[1:]),
    'more-rows.txt': b'\n'.join([b'5 6'] + lines[1:]),
    'ragged.txt': b'\n'.join(lines[:3] + [lines[3].rsplit(b' ', 1)[0]] + lines[4:]),
    'too-long.txt': b'\n'.join(lines[:3] + [lines[3] + b' 0.5'] + lines[4:]),
    'nan.txt': text.replace(lines[2].split()[3], b'nan'),
    'word-for-number.txt': text.replace(lines[2].split()[3], b'0x1p3'),
    'overflow.txt': text.replace(lines[2].split()[3], b'1e39'),
    'not-utf-8.txt': text.replace('é'.encode(), 'é'.encode('latin-1')),
    'duplicate.txt': text.replace(b'queen', b'king'),
    'huge-claim.txt': b'1000000000000 300\nking 0.1 0.2\n',
    'wide-claim.txt': b'2 1000000000000\nking 0.1 0.2\n',
    'negative-claim.txt': b'-1 6\n',
    'huge-claim.bin': b'1000000000000 300\nking ' + bytes(1200),
    'lying-claim.bin': b'4000000 300\nking ' + bytes(1200),
    'cut-off.bin': binary[:-3],
    'cut-in-word.bin': binary[:-27],
    'fewer-dimensions.bin': binary.replace(b'7 6\n', b'7 5\n'),
    'nan.bin': binary[:8] + struct.pack('<f', float('nan')) + binary[12:],
    'long-word.bin': b'1 2\n' + b'x' * 5_000,
    'trailing.bin': binary + b'more',
    'duplicate.bin': binary.replace(b'queen', b'the'),
    'ragged.glove': b'the 0.1 0.2\nking 0.1\n',
    'nan.glove': b'the 0.1 0.2\nking 0.1 -inf\n',
    'no-number.glove': b'the\nking\n',
    'not-utf-8.glove': b'the 0.1 0.2\nk\xf6nig 0.1 0.2\n',
    'no-word.glove': b' 0.1 0.2 0.3\nking 0.1 0.2 0.3\n',
    'web-page.glove': b'<!DOCTYPE html>\n<title>404</title>\n',
    'duplicate.glove': b'the 0.1 0.2\nthe 0.1 0.2\n',
    'three.questions': b': capitals\nathens greece oslo\n',
    'no-relation.questions': b'athens greece oslo norway\n',
    'no-name.questions': b':\nathens greece oslo norway\n',
    'not-utf-8.questions': b': capitals\nath\xe8nes greece oslo norway\n',
    'empty.questions': b': capitals\n',
    'not-utf-8.text': b'the k\xf6nig\n',
    'long-word.text': b'the ' + b'x' * 5_000,
    'blank.glove': b'the 0.1 0.2\n\nking 0.1 0.2\n',
    'one-word.text': b'the the the\n',
}
for name, content in cases.items():
    (broken / name).write_bytes(content)
