"""The emulator, put right where it does not do as AWS does. The one place for that: nothing else in Galley knows.

Each function below is one difference, with what AWS does instead. Remove it when MiniStack does the same.
"""

import ministack.app
import ministack.core.iam_actions as iam_actions


def allow_batches_as_single_messages():
    """`sqs:SendMessage` also allows SendMessageBatch, which is no action of its own (SQS Developer Guide, "Amazon
    SQS API permissions"); the emulator asks for `sqs:SendMessageBatch`, which nobody can be granted on AWS."""
    extract = iam_actions.extract_iam_action

    def extracted(*request):
        action = extract(*request)
        return action.removesuffix("Batch") if action and action.startswith("sqs:") else action

    iam_actions.extract_iam_action = extracted


allow_batches_as_single_messages()

app = ministack.app.app
