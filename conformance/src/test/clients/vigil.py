"""Behaves as the Python sample of the MaticVigil documentation does: registers, puts what comes into a queue, beats when nothing came for
a while, and unregisters when its task is cancelled.

usage: vigil.py URL KEY QUIET_SECONDS MESSAGES BEATS    (ends after so many messages and, then, so many heartbeats)
"""

import asyncio
import json
import queue
import sys

import async_timeout
import websockets


def say(kind, value):
    print(json.dumps({"kind": kind, "value": value}), flush=True)


async def consume(url, key, quiet, updates, beats):
    async with websockets.connect(url) as ws:
        await ws.send(json.dumps({"command": "register", "key": key}))
        ack = json.loads(await ws.recv())
        if "command" not in ack:
            say("bad response", ack)
            await ws.close()
            return
        if ack["command"] != "register:ack":
            say("not acknowledged", ack["command"])
            await ws.close()
            return
        session = ack["sessionID"]
        say("session", session)
        while True:
            try:
                async with async_timeout.timeout(quiet):
                    message = await ws.recv()
                    if json.loads(message).get("command") != "heartbeat":
                        updates.put(message)
                        say("message", message)
            except asyncio.TimeoutError:
                await ws.send(json.dumps({"command": "heartbeat", "sessionID": session}))
                beats.append(await ws.recv())
                say("beat", beats[-1])
            except asyncio.CancelledError:
                await ws.send(json.dumps({"command": "unregister", "key": key}))
                say("unregistered", await ws.recv())
                await ws.close()
                break


async def main(url, key, quiet, messages, wanted_beats):
    updates = queue.Queue()
    beats = []
    task = asyncio.create_task(consume(url, key, float(quiet), updates, beats))
    while not task.done() and (updates.qsize() < int(messages) or len(beats) < int(wanted_beats)):
        await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    say("end", updates.qsize())


asyncio.run(main(*sys.argv[1:]))
