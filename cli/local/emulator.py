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


def end_with_the_one_who_started():
    """Its end of our standard input closes when it ends, even when it is killed. SIGTERM saves the state."""

    def wait():
        while os.read(sys.stdin.fileno(), 1024):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()


allow_batches_as_single_messages()
read_streams_from_their_beginning()
end_with_the_one_who_started()

app = ministack.app.app
