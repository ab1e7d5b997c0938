import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { findAction } from '../actions/actions';
import { requireRegion } from '../actions/regions';
import { applyFault, FaultRule, isAfterSuccess } from '../faults/Fault';
import { CloudSecrets } from '../secrets/CloudSecrets';
import { Cloud } from '../state/Cloud';
import { ApiError } from './ApiError';
import { RequestQuota } from './RequestQuota';
import { JournalEntry, TencentCloud, TencentCloudOptions } from './types';
import { validateAnswer } from './validateAnswer';
import { validateRequest } from './validateRequest';
import { verifySignature } from './verifySignature';

const REQUESTS_PER_SECOND = 20;

/** Starts a stand-in for the API on 127.0.0.1. */
export async function startTencentCloud(
  options: TencentCloudOptions,
): Promise<TencentCloud> {
  const cloud = Cloud.create(options);
  const quota = RequestQuota.create(
    options.requestsPerSecond ?? REQUESTS_PER_SECOND,
  );
  let rules: FaultRule[] = [];
  const journal: JournalEntry[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const raw = await readBody(request);
    const entry: JournalEntry = {
      action: String(request.headers['x-tc-action']),
      version: String(request.headers['x-tc-version']),
      region: request.headers['x-tc-region'] as string | undefined,
      body: {},
      outcome: 'OK',
    };
    journal.push(entry);
    const send = (content: object) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(
        JSON.stringify({ Response: { ...content, RequestId: randomUUID() } }),
      );
    };
    try {
      verifySignature(
        { headers: request.headers, body: raw },
        { ...options, sessions: cloud.sessions },
        cloud.now(),
      );
      entry.body = JSON.parse(raw.toString('utf8'));
      const fault = takeFault(rules, entry.action);
      if (fault && !isAfterSuccess(fault)) {
        entry.outcome = applyFault(fault, entry.action, response);
        return;
      }
      const content = await carryOut(entry);
      if (fault) {
        entry.outcome = applyFault(fault, entry.action, response);
        return;
      }
      send(content);
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      entry.outcome = error.code;
      send({ Error: { Code: error.code, Message: error.message } });
    }
  }

  async function carryOut({
    action: name,
    version,
    region,
    body,
  }: JournalEntry): Promise<object> {
    if (!quota.take(`${region} ${name}`, Date.now())) {
      throw new ApiError(
        'RequestLimitExceeded',
        'Your current request times exceed the limit.',
      );
    }
    const found = findAction(version, name);
    if (!found) {
      throw new ApiError(
        'InvalidAction',
        `The action ${name} of version ${version} is not here.`,
      );
    }
    if (!region) {
      throw new ApiError('MissingParameter', 'X-TC-Region is missing.');
    }
    const { service, action } = found;
    requireRegion(region);
    validateRequest(service, name, body);
    cloud.schedule.run();
    const content = await action({
      region,
      cloud,
      clusters: cloud.clustersFor(name),
      request: body,
    });
    validateAnswer(service, name, content);
    return content;
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(error => response.destroy(error));
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    clusters: cloud.clusters,
    soldOut: cloud.soldOut,
    roles: cloud.roles,
    sessions: cloud.sessions,
    brokenAddons: cloud.brokenAddons,
    journal,
    fail: rule => {
      const mine = { ...rule, times: rule.times ?? 1 };
      rules.push(mine);
      return () => {
        rules = rules.filter(each => each !== mine);
      };
    },
    secrets: () => CloudSecrets.create(options, cloud.kubeconfigs),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await cloud.stop();
    },
  };
}

function takeFault(rules: FaultRule[], action: string) {
  const index = rules.findIndex(rule => rule.action === action);
  if (index < 0) {
    return undefined;
  }
  const rule = rules[index];
  if (rule.skip) {
    rule.skip -= 1;
    return undefined;
  }
  rule.times = (rule.times ?? 1) - 1;
  if (rule.times === 0) {
    rules.splice(index, 1);
  }
  return rule.fault;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
