"""Holds a JSON document against a schema; prints what departs from it.

usage: validate.py SCHEMA DOCUMENT
"""

import json
import sys

import jsonschema

schema, document = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
faults = list(kind(schema, format_checker=jsonschema.FormatChecker()).iter_errors(document))
for fault in faults:
    print("/".join(map(str, fault.absolute_path)) or "document", fault.message[:300], sep=": ")
sys.exit(1 if faults else 0)
