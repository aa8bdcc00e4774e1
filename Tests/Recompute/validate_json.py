"""Holds JSON documents against a JSON Schema: validate_json.py SCHEMA DOCUMENT...

Schemas that the schema refers to are looked for beside it. Says what is wrong and ends with 1 if anything is.
"""

import json
import pathlib
import sys

import jsonschema
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7


def registry(folder):
    """The schemas of a folder under their ids, with and without the file's name alone."""
    found = Registry()
    for path in folder.glob("*.schema.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        resource = Resource.from_contents(schema, default_specification=DRAFT7)
        for name in {schema.get("$id", path.name), path.name, "http://cyclonedx.org/schema/" + path.name}:
            found = found.with_resource(name, resource)
    return found


def main(schema_path, *documents):
    schema_path = pathlib.Path(schema_path)
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema, registry=registry(schema_path.parent), format_checker=kind.FORMAT_CHECKER)
    problems = 0
    for path in documents:
        instance = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        for error in list(validator.iter_errors(instance))[:10]:
            problems += 1
            print(f"{path}: {error.json_path}: {error.message[:300]}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
