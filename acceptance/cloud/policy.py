"""Holds the template, as SAM transforms it, to what only shows then: whatever calls a function calls its alias, SAM
adds no permission but those named here, and EventBridge may put what it can't deliver where its rules say.

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

# What SAM adds by itself: each function may write its log, and read the stream or the queue that calls it.
MANAGED = {
    f"arn:aws:iam::aws:policy/service-role/{name}"
    for name in ("AWSLambdaBasicExecutionRole", "AWSLambdaDynamoDBExecutionRole", "AWSLambdaSQSQueueExecutionRole")
}

# The same as in TheTemplateKeepsItsPolicyTest, which says why.
STARS = {"arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:*", "${SearchIndex.Arn}/*"}


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
            case "AWS::Events::Rule":
                for target in properties["Targets"]:
                    yield name, target["Arn"]
            case "AWS::Lambda::EventSourceMapping" | "AWS::Lambda::Permission":
                yield name, properties["FunctionName"]
            case "AWS::Lambda::EventInvokeConfig":
                yield name, {"Ref": f"{properties['FunctionName']['Ref']}Alias{properties['Qualifier']}"}
            case "AWS::ApiGatewayV2::Api":
                for path, methods in properties["Body"]["paths"].items():
                    for method, route in methods.items():
                        yield f"{method} {path}", route["x-amazon-apigateway-integration"]["uri"]


def texts(node):
    if isinstance(node, dict):
        return [text for value in node.values() for text in texts(value)]
    return [text for it in node for text in texts(it)] if isinstance(node, list) else [str(node)]


def roles(resources):
    return {name: it["Properties"] for name, it in resources.items() if it["Type"] == "AWS::IAM::Role"}


def too_much(resources):
    """Each role that may do more than is named here, with what."""
    for name, role in roles(resources).items():
        yield from ((name, it) for it in role.get("ManagedPolicyArns", []) if it not in MANAGED)
        for policy in role.get("Policies", []):
            for statement in policy["PolicyDocument"]["Statement"]:
                allowed = statement if "Effect" in statement else statement["Fn::If"][1]
                parts = [allowed.get(key, []) for key in ("Action", "NotAction", "Resource", "NotResource")]
                yield from ((name, it) for it in texts(parts) if "*" in it and it not in STARS)


def undelivered(resources):
    """Each rule of EventBridge that names a queue into which no policy lets EventBridge put anything."""
    open_to_rules = [
        json.dumps(it["Properties"]["Queues"])
        for it in resources.values()
        if it["Type"] == "AWS::SQS::QueuePolicy" and "events.amazonaws.com" in texts(it["Properties"]["PolicyDocument"])
    ]
    for name, it in resources.items():
        if it["Type"] == "AWS::Events::Rule":
            for target in it["Properties"]["Targets"]:
                queue = target.get("DeadLetterConfig", {}).get("Arn", {}).get("Fn::GetAtt", ["none"])[0]
                if not any(json.dumps({"Ref": queue}) in queues for queues in open_to_rules):
                    yield name, queue


def main():
    resources = transformed(sys.argv[1])["Resources"]
    names = aliases(resources)
    functions = [it for it in resources.values() if it["Type"] == "AWS::Lambda::Function"]
    found = list(calls(resources))
    wrong = [(who, what) for who, what in found if not any(name in json.dumps(what) for name in names)]
    for who, what in wrong:
        print(f"{who} calls {json.dumps(what)}, which is no alias")
    beyond = list(too_much(resources))
    for who, what in beyond:
        print(f"{who} may {what}, which is not on the list")
    lost = list(undelivered(resources))
    for who, what in lost:
        print(f"{who} may not put into {what} what it can't deliver")
    print(f"{len(functions)} functions, {len(names)} aliases, {len(found)} calls, {len(wrong)} past the alias")
    print(f"{len(roles(resources))} roles, {len(beyond)} permissions beyond the list, {len(lost)} rules without a way out")
    return 1 if wrong or beyond or lost or len(functions) != len(names) or not found else 0


if __name__ == "__main__":
    sys.exit(main())
