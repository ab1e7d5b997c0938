import { imageVersion } from './imageVersion';

it.each([
  ['ccr.ccs.tencentyun.com/tkeimages/tke-eni-agent:v3.8.3', 'v3.8.3'],
  ['registry:5000/agent:1.18.3', '1.18.3'],
  [`agent:v1.2.3@sha256:${'0'.repeat(64)}`, 'v1.2.3'],
  ['registry:5000/agent', undefined],
  ['agent:latest', undefined],
  [`agent@sha256:${'0'.repeat(64)}`, undefined],
  ['agent:', undefined],
  ['', undefined],
])('%s has the version %s', (image, version) => {
  expect(imageVersion(image)).toBe(version);
});
