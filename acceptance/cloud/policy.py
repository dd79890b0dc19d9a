"""Holds the template, as SAM transforms it, to one rule: whatever calls a function calls its alias.

    python acceptance/cloud/policy.py template.yaml
"""
import json
import os
import sys

import boto3
from samtranslator.parser.parser import Parser
from samtranslator.public.translator import ManagedPolicyLoader
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse


def transformed(path):
    with open(path, encoding="utf-8") as file:
        template = yaml_parse(file)
    for resource in template["Resources"].values():
        if "CodeUri" in resource.get("Properties", {}):
            resource["Properties"]["CodeUri"] = "s3://bucket/zip"
    os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-3")
    translator = Translator(None, Parser(), boto_session=boto3.Session(region_name="eu-west-3"))
    return translator.translate(template, {"Stage": "prod"})


def aliases(resources):
    return {name for name, it in resources.items() if it["Type"] == "AWS::Lambda::Alias"}


def calls(resources):
    """Each place that names a function to be called, with what it names."""
    for name, it in resources.items():
        properties = it.get("Properties", {})
        match it["Type"]:
            case "AWS::Scheduler::Schedule":
                yield name, properties["Target"]["Arn"]
            case "AWS::Lambda::EventSourceMapping" | "AWS::Lambda::Permission":
                yield name, properties["FunctionName"]
            case "AWS::Lambda::EventInvokeConfig":
                yield name, {"Ref": f"{properties['FunctionName']['Ref']}Alias{properties['Qualifier']}"}
            case "AWS::ApiGatewayV2::Api":
                for path, methods in properties["Body"]["paths"].items():
                    for method, route in methods.items():
                        yield f"{method} {path}", route["x-amazon-apigateway-integration"]["uri"]


def main():
    resources = transformed(sys.argv[1])["Resources"]
    names = aliases(resources)
    functions = [it for it in resources.values() if it["Type"] == "AWS::Lambda::Function"]
    found = list(calls(resources))
    wrong = [(who, what) for who, what in found if not any(name in json.dumps(what) for name in names)]
    for who, what in wrong:
        print(f"{who} calls {json.dumps(what)}, which is no alias")
    print(f"{len(functions)} functions, {len(names)} aliases, {len(found)} calls, {len(wrong)} past the alias")
    return 1 if wrong or len(functions) != len(names) or not found else 0


if __name__ == "__main__":
    sys.exit(main())
