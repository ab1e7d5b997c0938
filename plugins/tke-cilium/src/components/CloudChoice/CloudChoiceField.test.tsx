import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { clusterEntity } from '../../__testUtils__/renderForEntity';
import { TkeCiliumApi, tkeCiliumApiRef } from '../../api';
import { validateCloudChoice } from '../../scaffolder/validateCloudChoice';
import { CloudChoiceField } from './CloudChoiceField';

const VPCS: CloudChoice[] = [
  { value: 'vpc-shop', title: 'Shop', details: { cidrBlock: '10.1.0.0/16' } },
  { value: 'vpc-bank', title: 'Bank', details: { cidrBlock: '10.2.0.0/16' } },
];

const SUBNETS: Record<string, CloudChoice[]> = {
  'vpc-shop': [
    {
      value: 'subnet-shop1',
      title: 'Pods',
      details: { zone: 'ap-guangzhou-6', availableAddresses: 250 },
    },
    { value: 'subnet-shop2', details: { availableAddresses: 0 } },
  ],
  'vpc-bank': [
    {
      value: 'subnet-bank1',
      title: 'Vault',
      details: { zone: 'ap-guangzhou-7' },
    },
  ],
};

const TYPES: CloudChoice[] = [
  {
    value: 'SA5.MEDIUM4',
    details: { cpu: 2, memoryGiB: 4, zones: 'ap-guangzhou-6, ap-guangzhou-7' },
  },
  { value: 'S5.LARGE8', details: { zones: 'ap-guangzhou-7' } },
];

const FAMILIES: CloudChoice[] = [
  {
    value: 'SA5',
    title: 'Standard SA5',
    details: { minimumCpu: 2, maximumCpu: 64, zones: 'ap-guangzhou-6' },
  },
  {
    value: 'S5',
    title: 'Standard S5',
    details: { minimumCpu: 2, maximumCpu: 2, zones: 'ap-guangzhou-7' },
  },
];

const soldIn = (zone: string | undefined, choices: CloudChoice[]) =>
  choices.filter(({ details }) =>
    String(details?.zones).includes(zone ?? 'ap-'),
  );

type GetCloudChoices = TkeCiliumApi['getCloudChoices'];

/** An account with two VPCs that have subnets of their own. */
const account: GetCloudChoices = async (kind, within_ = {}) => {
  const all = Object.values(SUBNETS).flat();
  const { vpcId, zone, cluster } = within_;
  const items = {
    accounts: [{ value: 'simulation' }],
    vpcs: VPCS,
    subnets: cluster ? SUBNETS['vpc-bank'] : SUBNETS[vpcId ?? ''] ?? all,
    'instance-types': soldIn(zone, TYPES),
    'instance-families': soldIn(zone, FAMILIES),
  } as Partial<Record<typeof kind, CloudChoice[]>>;
  return { items: items[kind] ?? [], observedAt: '' };
};

const refusing = (statusCode: number, message: string): GetCloudChoices =>
  jest.fn(async () => {
    throw Object.assign(new Error(message), { statusCode });
  });

const choice = (title: string, options: object) => ({
  title,
  type: 'string',
  'ui:field': 'TkeCloudChoice',
  'ui:options': options,
});

const STEPS = [
  {
    title: 'Network',
    schema: {
      required: ['vpcId'],
      properties: {
        vpcId: choice('VPC', { kind: 'vpcs' }),
        subnetIds: {
          ...choice('Subnets', { kind: 'subnets' }),
          type: 'array',
          items: { type: 'string', pattern: '^subnet-[0-9a-z]+$' },
        },
      },
    },
  },
  {
    title: 'Nodes',
    schema: {
      properties: {
        instanceType: choice('Instance type', {
          kind: 'instance-types',
          subnet: 'nodeSubnets',
        }),
        instanceFamilies: {
          ...choice('Instance families', {
            kind: 'instance-families',
            subnet: 'nodeSubnets',
          }),
          type: 'array',
          items: { type: 'string' },
        },
      },
    },
  },
];

const STEPS_OF_ACCOUNT = [
  {
    title: 'Account',
    schema: {
      properties: { account: choice('Account', { kind: 'accounts' }) },
    },
  },
];

const STEPS_OF_CLUSTER = [
  {
    title: 'Network',
    schema: {
      properties: {
        subnetIds: {
          ...choice('Subnets', { kind: 'subnets', cluster: 'target' }),
          type: 'array',
          items: { type: 'string' },
        },
        keyId: choice('Key', { kind: 'key-pairs', cluster: 'target' }),
      },
    },
  },
];

/** Draws the form of a template, as the scaffolder does. */
function renderForm(options: {
  getCloudChoices?: GetCloudChoices;
  values?: object;
  language?: 'en' | 'zh';
  steps?: typeof STEPS | typeof STEPS_OF_ACCOUNT | typeof STEPS_OF_CLUSTER;
  /** Of the entities of clusters. */
  annotations?: Record<string, string>;
}) {
  const { getCloudChoices = account, values, language = 'en' } = options;
  const { steps = STEPS, annotations } = options;
  localStorage.setItem('language', language);
  const onCreate = jest.fn();
  renderInTestApp(
    <Stepper
      manifest={{ title: 'Cluster', steps }}
      extensions={[
        {
          name: 'TkeCloudChoice',
          component: CloudChoiceField as never,
          validation: validateCloudChoice as never,
        },
      ]}
      initialState={
        {
          account: 'simulation',
          region: 'ap-guangzhou',
          ...values,
        } as never
      }
      onCreate={onCreate}
    />,
    {
      apis: [
        [tkeCiliumApiRef, { getCloudChoices }],
        [
          catalogApiRef,
          {
            getEntityByRef: async () => ({
              ...clusterEntity,
              metadata: { ...clusterEntity.metadata, annotations },
            }),
          },
        ],
        mockApis.permission(),
      ],
      config: {
        app: {
          extensions: [
            {
              'api:app/app-language': {
                config: { availableLanguages: ['en', 'zh'] },
              },
            },
          ],
        },
      },
    },
  );
  return { onCreate };
}

const box = (name: RegExp | string) => screen.findByRole('combobox', { name });
const next = () =>
  userEvent.click(screen.getByRole('button', { name: 'Next' }));

/** Next to the field, and in the list of the form. */
async function expectRefused(message: string) {
  await waitFor(() =>
    expect(
      screen
        .getAllByText(text => text.endsWith(message))
        .map(({ textContent }) => textContent),
    ).toEqual([expect.stringMatching(/^'/), message]),
  );
}

describe('CloudChoiceField', () => {
  beforeEach(() => {
    // Of which jsdom has none, and to which the form scrolls up.
    window.scrollTo = jest.fn();
  });

  it('offers what the account has, and says what was chosen', async () => {
    renderForm({});
    await userEvent.click(await box(/^VPC/));
    await userEvent.click(
      await screen.findByRole('option', {
        name: /^Shop\s*vpc-shop · 10\.1\.0\.0\/16$/,
      }),
    );
    expect(await box(/^VPC/)).toHaveValue('vpc-shop');
    expect(await screen.findByText('Shop · 10.1.0.0/16')).toBeInTheDocument();
  });

  it.each([
    ['en', /^a simulation: nothing of it is in Tencent Cloud$/],
    ['zh', /^模拟账号，其中的一切都不在腾讯云中$/],
  ] as const)('says in %s that an account is a simulation', async (...said) => {
    const [language, text] = said;
    renderForm({
      language,
      steps: STEPS_OF_ACCOUNT,
      getCloudChoices: async () => ({
        items: [
          { value: 'simulation', details: { status: 'simulation' } },
          { value: 'production' },
        ],
        observedAt: '',
      }),
    });
    expect(await screen.findByText(text)).toBeInTheDocument();
    await userEvent.click(await box(/^Account/));
    expect(
      (await screen.findAllByRole('option')).map(
        ({ textContent }) => textContent,
      ),
    ).toEqual([expect.stringContaining('simulation '), 'production']);
  });

  it('finds by name, with the keyboard alone', async () => {
    renderForm({});
    await box(/^VPC/);
    await userEvent.tab();
    expect(await box(/^VPC/)).toHaveFocus();
    await screen.findByRole('option', { name: /^Shop/ });
    await userEvent.keyboard('bank 10.2');
    await waitFor(() =>
      expect(
        screen.queryByRole('option', { name: /^Shop/ }),
      ).not.toBeInTheDocument(),
    );
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(await box(/^VPC/)).toHaveValue('vpc-bank');

    await userEvent.tab();
    expect(await box(/^Subnets/)).toHaveFocus();
    await screen.findByRole('option', { name: /^Vault/ });
    await userEvent.keyboard('{ArrowDown}{Enter}{Escape}');
    const chosen = await screen.findByRole('row', { name: /subnet-bank1/ });
    await userEvent.tab();
    expect(chosen).toHaveFocus();
    await userEvent.keyboard('{Delete}');
    expect(chosen).not.toBeInTheDocument();
  });

  it('flags the subnets of another VPC, and lets them not pass', async () => {
    renderForm({
      values: { vpcId: 'vpc-shop', subnetIds: ['subnet-shop1'] },
    });
    const vpc = await box(/^VPC/);
    await screen.findByText('Shop · 10.1.0.0/16');
    expect(screen.queryByText(/There is no subnet/)).not.toBeInTheDocument();

    await userEvent.clear(vpc);
    await userEvent.type(vpc, 'vpc-bank{Enter}');
    const flag = 'There is no subnet subnet-shop1 in vpc-bank.';
    expect(await screen.findByText(flag)).toBeInTheDocument();
    expect(
      screen.getByRole('row', { name: /subnet-shop1/ }),
    ).toBeInTheDocument();

    await next();
    await expectRefused(flag);
    expect(screen.queryByText('Instance type')).not.toBeInTheDocument();
  });

  it.each([
    ['subnet-shop2', 'The subnet subnet-shop2 has no free addresses.'],
    ['subnet-none', 'There is no subnet subnet-none in vpc-shop.'],
  ])('lets %s not pass', async (subnet, message) => {
    renderForm({ values: { vpcId: 'vpc-shop', subnetIds: [subnet] } });
    expect(await box(/^VPC/)).toBeInTheDocument();
    await next();
    await expectRefused(message);
  });

  it('asks for the instance types that are sold where the subnet is', async () => {
    renderForm({
      values: {
        vpcId: 'vpc-shop',
        nodeSubnets: 'subnet-shop1',
        instanceType: 'S5.LARGE8',
      },
    });
    await box(/^VPC/);
    await next();
    const flag = 'The instance type S5.LARGE8 is not sold in ap-guangzhou-6.';
    expect(await screen.findByText(flag)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await expectRefused(flag);

    const type = await box(/^Instance type/);
    await userEvent.clear(type);
    await userEvent.click(
      await screen.findByRole('option', { name: /^SA5.MEDIUM4/ }),
    );
    expect(await screen.findByText('2 cores · 4 GiB')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByRole('button', { name: 'Create' }),
    ).toBeInTheDocument();
  });

  it.each([
    [
      { instanceType: 'S5.LARGE8' },
      'The instance type S5.LARGE8 is not sold in ap-guangzhou-6 and ap-guangzhou-7.',
    ],
    [
      { instanceFamilies: ['S5', 'GN7'] },
      'No machine of the family GN7 is sold in ap-guangzhou-6 or ap-guangzhou-7.',
    ],
  ])('wants %j sold where several subnets are', async (values, flag) => {
    const nodeSubnets = ['subnet-shop1', 'subnet-bank1'];
    renderForm({ values: { vpcId: 'vpc-shop', nodeSubnets, ...values } });
    await box(/^VPC/);
    await next();
    expect(await screen.findByText(flag)).toBeInTheDocument();
    expect(screen.getAllByText(/ is (not )?sold in /)).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await expectRefused(flag);
  });

  it('tells what an instance family is', async () => {
    renderForm({ values: { vpcId: 'vpc-shop' } });
    await box(/^VPC/);
    await next();
    await userEvent.click(await box(/^Instance families/));
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'Standard SA5 SA5 · 2–64 cores · ap-guangzhou-6',
      'Standard S5 S5 · 2 cores · ap-guangzhou-7',
    ]);
  });

  it.each([
    [403, 'Unauthorized', /^You may not see what the account has/],
    [404, 'No account shop', /could not be read.*\(No account shop\)/],
    [
      503,
      'AuthFailure (RequestId 7)',
      /could not be read.*\(AuthFailure \(RequestId 7\)\)/,
    ],
  ])('has what is typed pass where a %d comes', async (status, said, why) => {
    const getCloudChoices = refusing(status, said);
    const { onCreate } = renderForm({ getCloudChoices });
    const vpc = await box(/^VPC/);
    expect((await screen.findAllByText(why)).length).toBe(2);
    expect(vpc).toHaveAccessibleDescription(why);
    await userEvent.type(vpc, 'vpc-typed');
    await userEvent.tab();
    await userEvent.keyboard('subnet-a{Enter}subnet-b');
    await userEvent.tab();
    await next();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Review' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith(
      expect.objectContaining({
        vpcId: 'vpc-typed',
        subnetIds: ['subnet-a', 'subnet-b'],
      }),
    );
  });

  it('says what is wrong with one of several', async () => {
    renderForm({ values: { vpcId: 'vpc-shop', subnetIds: ['Pods'] } });
    await box(/^VPC/);
    await next();
    const notes = await screen.findAllByText(/must match pattern/);
    expect(notes.length).toBeGreaterThan(0);
    expect(await box(/^Subnets/)).toHaveAccessibleDescription(
      /must match pattern/,
    );
  });

  it('waits for the account, and then asks', async () => {
    const getCloudChoices = jest.fn(account);
    renderForm({ getCloudChoices, values: { account: undefined } });
    expect(
      (await screen.findAllByText(/^Once the account is known/)).length,
    ).toBe(2);
    expect(getCloudChoices).not.toHaveBeenCalled();
  });

  describe('of a cluster', () => {
    const steps = STEPS_OF_CLUSTER;
    const annotations = {
      'tencentcloud.com/cluster-id': 'cls-abcdefgh',
      'tencentcloud.com/account': 'of-the-cluster',
      'tencentcloud.com/region': 'ap-singapore',
    };
    const target = 'resource:default/shop';

    it('asks for what fits it, whatever else the form says', async () => {
      const getCloudChoices = jest.fn(account);
      const values = { target, vpcId: 'vpc-shop', subnetIds: ['subnet-shop1'] };
      renderForm({ steps, annotations, getCloudChoices, values });
      await userEvent.click(await box(/^Subnets/));
      expect(
        await screen.findByRole('option', { name: /^Vault/ }),
      ).toBeInTheDocument();
      for (const kind of ['subnets', 'key-pairs'] as const) {
        expect(getCloudChoices).toHaveBeenCalledWith(kind, { cluster: target });
      }
      expect(
        screen.getByText(
          'There is no subnet subnet-shop1 in the VPC of cls-abcdefgh.',
        ),
      ).toBeInTheDocument();
    });

    it.each([
      [{ target: undefined }, annotations, /^Once the cluster is chosen/],
      [{ target: 'shop' }, annotations, /^Once the cluster is chosen/],
      [
        { target },
        { 'tencentcloud.com/cluster-id': 'cls-abcdefgh' },
        /^The catalog entity of the cluster names no account/,
      ],
    ])('takes what is typed of %j with %j', async (values, known, why) => {
      const getCloudChoices = jest.fn(account);
      const { onCreate } = renderForm({
        steps,
        annotations: known,
        getCloudChoices,
        values,
      });
      expect((await screen.findAllByText(why)).length).toBe(2);
      await userEvent.type(await box(/^Key/), 'skey-typed{Enter}');
      await userEvent.click(screen.getByRole('button', { name: 'Review' }));
      await userEvent.click(
        await screen.findByRole('button', { name: 'Create' }),
      );
      expect(onCreate).toHaveBeenCalledWith(
        expect.objectContaining({ keyId: 'skey-typed' }),
      );
      expect(getCloudChoices).not.toHaveBeenCalled();
    });
  });

  it('reads a list once for all fields and for the check', async () => {
    const getCloudChoices = jest.fn(account);
    renderForm({ getCloudChoices, values: { vpcId: 'vpc-shop' } });
    await screen.findByText('Shop · 10.1.0.0/16');
    await next();
    await box(/^Instance type/);
    expect(
      getCloudChoices.mock.calls.filter(([kind]) => kind === 'vpcs'),
    ).toHaveLength(1);
  });

  it('speaks Chinese', async () => {
    renderForm({
      language: 'zh',
      values: { vpcId: 'vpc-none', subnetIds: ['subnet-shop2'] },
    });
    expect(
      await screen.findByText('ap-guangzhou 中没有 VPC vpc-none。'),
    ).toBeInTheDocument();
    await userEvent.click(await box(/^VPC/));
    await userEvent.keyboard('x');
    const list = await screen.findByRole('listbox');
    expect(
      within(list).getByRole('option', { name: '直接使用“vpc-nonex”' }),
    ).toBeInTheDocument();
  });
});
