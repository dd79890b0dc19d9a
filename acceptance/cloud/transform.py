"""Writes template.yaml as MiniStack can run it: every difference from what goes to AWS is named here, and printed.

usage: transform.py <folder with the runtime interface client> <folder to write to>
"""

import json
import os
import platform
import sys
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

from cfnlint.decode import cfn_yaml

PROJECT = Path(__file__).resolve().parents[2]

BOOTSTRAP = """#!/bin/sh
exec "{java}" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xmx512m -cp "{client}/*" \\
  com.amazonaws.services.lambda.runtime.api.client.AWSLambda "$_HANDLER"
"""


def main(client, target):
    template = cfn_yaml.load(str(PROJECT / "template.yaml"))
    every = template["Globals"]["Function"]
    functions = {
        name: resource["Properties"]
        for name, resource in template["Resources"].items()
        if resource["Type"] == "AWS::Serverless::Function"
    }

    differs("runtime java25 -> provided.al2023, whose bootstrap starts AWS's own runtime interface client: no Docker image is needed")
    every["Runtime"] = "provided.al2023"
    for function in functions.values():
        function["CodeUri"] = str(with_bootstrap(PROJECT / function["CodeUri"], client, target))

    differs(f"architecture arm64 -> {machine()}: the functions run on this machine")
    every["Architectures"] = [machine()]

    differs("SnapStart off: it needs the managed runtime; priming does not run")
    del every["SnapStart"]

    differs("routes and integrations stand beside the events: MiniStack does not read the OpenAPI document in which SAM puts them")
    for name, function in functions.items():
        template["Resources"] |= routes(name, function["Events"])

    differs("a secret is named by its attribute Id instead of Ref: on AWS both are its ARN, on MiniStack Ref is its name")
    secrets = [name for name, it in template["Resources"].items() if it["Type"] == "AWS::SecretsManager::Secret"]
    template["Resources"] = by_id(template["Resources"], secrets)
    functions = {name: template["Resources"][name]["Properties"] for name in functions}

    differs("sqs:SendMessageBatch stands beside sqs:SendMessage, which covers both on AWS")
    differs("ses:SendEmail is allowed on *: MiniStack asks for that, AWS for the sender's identity")
    for statement in [it for function in functions.values() for it in function["Policies"][0]["Statement"]]:
        if "sqs:SendMessage" in statement.get("Action", []):
            statement["Action"].append("sqs:SendMessageBatch")
        if "ses:SendEmail" in statement.get("Action", []):
            statement["Resource"] = "*"

    differs("the sender's domain is an identity of SES: on AWS somebody proves to own it, by DNS, and it outlives the stack")
    template["Resources"]["Sender"] = {"Type": "AWS::SES::EmailIdentity", "Properties": {"EmailIdentity": "example.org"}, "DeletionPolicy": "Retain"}

    differs("the digest comes every minute: nobody waits for eight o'clock, and MiniStack takes cron's hours as UTC")
    functions["DigestFunction"]["Events"]["Digest"]["Properties"]["ScheduleExpression"] = "rate(1 minute)"

    differs("CloudFront finds the API under this machine's address: MiniStack has no names for its APIs that resolve everywhere")
    site = template["Resources"]["Site"]["Properties"]["DistributionConfig"]
    api = next(it for it in site["Origins"] if it["Id"] == "api")
    api |= {"DomainName": "localhost", "OriginPath": {"Fn::Sub": "/_aws/execute-api/${Api}/$default"}}
    api["CustomOriginConfig"] = {"OriginProtocolPolicy": "http-only", "HTTPPort": urlsplit(os.environ["AWS_ENDPOINT_URL"]).port}

    differs("what is no file is answered by the bucket: MiniStack knows no origin groups")
    site["DefaultCacheBehavior"]["TargetOriginId"] = "files"
    del site["OriginGroups"]

    differs("the bucket of the search's index takes requests without TLS: MiniStack speaks none to functions")
    del template["Resources"]["SearchIndexPolicy"]

    differs("the functions' alarms are left out: MiniStack knows no metric math, by which each adds up errors and throttles")
    template["Resources"] = {
        name: it for name, it in template["Resources"].items() if "Metrics" not in it.get("Properties", {})
    }

    (target / "template.json").write_text(json.dumps(template, indent=1))


def differs(what):
    print(f"  - {what}")


def with_bootstrap(shipped, client, target):
    """The zip that ships, byte for byte in what it holds, and one more file that starts it."""
    zipped = target / shipped.name
    zipped.write_bytes(shipped.read_bytes())
    bootstrap = zipfile.ZipInfo("bootstrap")
    bootstrap.external_attr = 0o755 << 16
    with zipfile.ZipFile(zipped, "a") as it:
        it.writestr(bootstrap, BOOTSTRAP.format(java=Path(os.environ["JAVA_HOME"]) / "bin/java", client=client))
    return zipped


def routes(function, events):
    """Of one function: what AWS makes of its HttpApi events, as resources of their own."""
    calls = {name: event["Properties"] for name, event in events.items() if event["Type"] == "HttpApi"}
    if not calls:
        return {}
    integration = {
        "Type": "AWS::ApiGatewayV2::Integration",
        "Properties": {
            "ApiId": {"Ref": "Api"},
            "IntegrationType": "AWS_PROXY",
            "IntegrationUri": {"Ref": f"{function}.Alias"},
            "PayloadFormatVersion": "2.0",
        },
    }
    return {f"{function}Integration": integration} | {
        f"{function}{name}Route": {
            "Type": "AWS::ApiGatewayV2::Route",
            "Properties": {
                "ApiId": {"Ref": "Api"},
                "RouteKey": f"{call['Method']} {call['Path']}",
                "Target": {"Fn::Sub": f"integrations/${{{function}Integration}}"},
            },
        }
        for name, call in calls.items()
    }


def by_id(node, secrets):
    if isinstance(node, dict):
        if node.get("Ref") in secrets:
            return {"Fn::GetAtt": [node["Ref"], "Id"]}
        return {key: by_id(value, secrets) for key, value in node.items()}
    return [by_id(it, secrets) for it in node] if isinstance(node, list) else node


def machine():
    return "arm64" if platform.machine() in ("arm64", "aarch64") else "x86_64"


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
