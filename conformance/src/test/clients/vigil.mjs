// Behaves as the JavaScript sample of the MaticVigil documentation does: registers, beats, sorts messages by their type, comes back
// after a normal close and gives up after any other.
// usage: node vigil.mjs FOLDER_OF_PACKAGES URL KEY BEAT_MILLIS
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, url, key, beatMillis] = process.argv.slice(2);
const WebSocket = createRequire(path.join(folder, 'package.json'))('ws');
const print = (kind, value) => process.stdout.write(JSON.stringify({ kind, value }) + '\n');

let connection = null;
let sessionID = null;
let tries = 5;

function start() {
  if (tries <= 0) {
    print('gave up', null);
    connection = null;
    sessionID = null;
    return;
  }
  connection = new WebSocket(url);
  connection.onopen = () => connection.send(JSON.stringify({ command: 'register', key }));
  connection.onerror = (error) => {
    tries -= 1;
    print('error', error.message);
  };
  connection.onmessage = (message) => {
    try {
      const data = JSON.parse(message.data);
      if (data.command) {
        if (data.command === 'register:nack') {
          print('bad auth', null);
          stop();
        } else if (data.command === 'register:ack') {
          sessionID = data.sessionID;
          print('session', sessionID);
          heartbeat();
        } else {
          print('command', data.command);
        }
      } else if (data.type) {
        print(data.type === 'event' ? 'event' : 'tx', message.data);
      } else {
        print('unrecognized', message.data);
      }
    } catch (e) {
      print('no JSON', message.data);
    }
  };
  connection.onclose = (close) => {
    print('closed', close.code);
    if (close.code === 1000) {
      setTimeout(start, 1000);
    } else {
      stop();
    }
  };
}

function stop() {
  if (connection) {
    const closing = connection;
    sessionID = null;
    closing.onclose = () => {
      connection = null;
    };
    closing.close();
  }
}

function heartbeat() {
  if (!sessionID || !connection || connection.readyState !== 1) {
    return;
  }
  connection.send(JSON.stringify({ command: 'heartbeat', sessionID }));
  setTimeout(heartbeat, Number(beatMillis));
}

start();
