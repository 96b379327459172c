"""The emulator as Galley starts it: put right where it does not do as AWS does, and never left alone.

Each difference is one function that says what AWS does instead, and this is the one place for them: nothing else in
Galley knows. Remove one when MiniStack does the same.
"""

import os
import signal
import sys
import threading

import ministack.app
import ministack.core.iam_actions as iam_actions
import ministack.services.lambda_svc as lambda_svc
import ministack.services.s3 as s3


def allow_batches_as_single_messages():
    """`sqs:SendMessage` also allows SendMessageBatch, which is no action of its own (SQS Developer Guide, "Amazon
    SQS API permissions"); the emulator asks for `sqs:SendMessageBatch`, which nobody can be granted on AWS."""
    extract = iam_actions.extract_iam_action

    def extracted(*request):
        action = extract(*request)
        return action.removesuffix("Batch") if action and action.startswith("sqs:") else action

    iam_actions.extract_iam_action = extracted


def read_streams_from_their_beginning():
    """A stream outlives everything on AWS. The emulator keeps how far each function has read, but not the records: after
    a restart the streams begin again at nought, and the functions wait for records far beyond that."""
    restore = lambda_svc._restore_esm_positions

    def restored(store, positions):
        if store is not lambda_svc._dynamodb_stream_positions:
            restore(store, positions)

    lambda_svc._restore_esm_positions = restored


def read_whole_objects():
    """S3 answers with an object as it was or as it is. The emulator takes the length from its record and the bytes from a
    file, which a put may replace in between, and then breaks off in the middle of the answer."""
    get = s3._get_object

    def got(*request):
        for _ in range(20):
            status, headers, body = get(*request)
            if status != 200 or len(body) == int(headers.get("Content-Length", len(body))):
                break
        return status, headers, body

    s3._get_object = got


def name_map_runs():
    """Whoever asks for a map run must be allowed that very one (Service Authorization Reference, "AWS Step Functions"); the
    emulator does not see which one is meant, and asks for the right to all resources."""
    extract = iam_actions.extract_resource_arn

    def extracted(service, method, path, headers, body, *request):
        named = iam_actions._safe_json_field(body, "mapRunArn") if service == "states" else None
        return named or extract(service, method, path, headers, body, *request)

    iam_actions.extract_resource_arn = extracted


def end_with_the_one_who_started():
    """Its end of our standard input closes when it ends, even when it is killed. SIGTERM saves the state."""

    def wait():
        while os.read(sys.stdin.fileno(), 1024):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()


allow_batches_as_single_messages()
read_streams_from_their_beginning()
read_whole_objects()
name_map_runs()
end_with_the_one_who_started()

app = ministack.app.app
