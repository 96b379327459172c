"""The emulator as Galley starts it: put right where it does not do as AWS does, and never left alone.

Each difference is one function that says what AWS does instead, and this is the one place for them: nothing else in
Galley knows. Remove one when MiniStack does the same.
"""

import concurrent.futures
import json
import os
import queue
import re
import signal
import sys
import threading

import ministack.app
import ministack.core.iam_actions as iam_actions
import ministack.core.lambda_runtime as lambda_runtime
import ministack.services.lambda_svc as lambda_svc
import ministack.services.s3 as s3
import ministack.services.stepfunctions as stepfunctions


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


def name_errors():
    """Lambda says which error a function ended with (Lambda Developer Guide, "Node.js function errors"), and a state machine
    tells one from another by that. The emulator calls every one `Runtime.HandlerError`."""
    invoke, execute, thrown = lambda_runtime.Worker.invoke, lambda_svc._execute_function_warm, threading.local()

    def invoked(*call, **options):
        result = invoke(*call, **options)
        thrown.name = re.match(r"\w+\b(?=:|$)", result.get("trace") or "", re.MULTILINE)
        return result

    def executed(*call):
        thrown.name = None
        answer = execute(*call)
        if answer.get("error") and thrown.name and answer["body"]["errorType"] == "Runtime.HandlerError":
            answer["body"]["errorType"] = thrown.name[0]
        return answer

    lambda_runtime.Worker.invoke, lambda_svc._execute_function_warm = invoked, executed


def name_map_runs():
    """Whoever asks for a map run must be allowed that very one (Service Authorization Reference, "AWS Step Functions"); the
    emulator does not see which one is meant, and asks for the right to all resources."""
    extract = iam_actions.extract_resource_arn

    def extracted(service, method, path, headers, body, *request):
        named = iam_actions._safe_json_field(body, "mapRunArn") if service == "states" else None
        return named or extract(service, method, path, headers, body, *request)

    iam_actions.extract_resource_arn = extracted


def see_groups_of_schedules():
    """A schedule belongs to a group, which is part of its ARN (Service Authorization Reference, "Amazon EventBridge
    Scheduler"); the emulator takes every one for one of the group `default`, which a step has no right to."""
    extract = iam_actions.extract_resource_arn

    def extracted(service, method, path, headers, body, query_params, *rest, **options):
        arn = extract(service, method, path, headers, body, query_params, *rest, **options)
        if service != "scheduler" or not isinstance(arn, str):
            return arn
        group = (query_params.get("groupName") or [None])[0]
        if method in ("POST", "PUT") and body:
            group = json.loads(body).get("GroupName")
        return arn.replace(":schedule/default/", f":schedule/{group or 'default'}/")

    iam_actions.extract_resource_arn = extracted


def end_in_the_middle_of_a_map():
    """Nobody can end Step Functions. The emulator would do all that a Distributed Map has still to do before it ends itself;
    with threads that do not hold it up it ends at once, and calls the execution failed when it starts again."""

    class Pool:
        def __init__(self, max_workers):
            self.work, self.threads = queue.SimpleQueue(), max_workers
            for _ in range(max_workers):
                threading.Thread(target=self.go_on, daemon=True).start()

        def go_on(self):
            for future, call, given in iter(self.work.get, None):
                try:
                    future.set_result(call(*given))
                except BaseException as error:
                    future.set_exception(error)

        def submit(self, call, *given):
            future = concurrent.futures.Future()
            self.work.put((future, call, given))
            return future

        def __enter__(self):
            return self

        def __exit__(self, *_):
            for _ in range(self.threads):
                self.work.put(None)

    stepfunctions.ThreadPoolExecutor = Pool


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
name_errors()
name_map_runs()
end_in_the_middle_of_a_map()
see_groups_of_schedules()
end_with_the_one_who_started()

app = ministack.app.app
