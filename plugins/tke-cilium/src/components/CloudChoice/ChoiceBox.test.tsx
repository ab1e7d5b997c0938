import { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ChoiceBox } from './ChoiceBox';
import { ChosenTags } from './ChosenTags';

const CHOICES = ['subnet-a', 'subnet-b', 'subnet-c'].map(value => ({ value }));

/** A box with the tags of what was chosen, as a field has them. */
function Box(props: { isMultiple: boolean }) {
  const { isMultiple } = props;
  const [values, setValues] = useState(['subnet-a', 'subnet-b']);
  return (
    <>
      <ChoiceBox
        id="box"
        label="Subnets"
        describedBy=""
        isDisabled={false}
        isInvalid={false}
        isLoading={false}
        choices={CHOICES}
        values={values}
        describe={() => ''}
        isMultiple={isMultiple}
        onChange={setValues}
        onOpen={() => {}}
      />
      <ChosenTags
        label="Chosen"
        values={values}
        choices={CHOICES}
        isFlawed={() => false}
        onChange={setValues}
      />
    </>
  );
}

function setup(isMultiple = true) {
  const user = userEvent.setup();
  renderInTestApp(<Box isMultiple={isMultiple} />);
  const box = () => screen.findByRole('combobox', { name: /^Subnets/ });
  const chevron = () => screen.findByRole('button', { name: /Subnets/ });
  return { user, box, chevron };
}

const list = () => screen.queryByRole('listbox');

describe('ChoiceBox', () => {
  it('opens by a click again after something was chosen', async () => {
    const { user, box } = setup(false);
    await user.click(await box());
    await user.click(screen.getByRole('option', { name: /subnet-c/ }));
    expect(list()).not.toBeInTheDocument();
    expect(await box()).toHaveFocus();
    await user.click(await box());
    expect(list()).toBeInTheDocument();
  });

  it('opens by a click again after the page scrolled', async () => {
    const { user, box } = setup();
    await user.click(
      (
        await screen.findAllByRole('button', { name: /^Remove/ })
      )[1],
    );
    await user.click(await box());
    fireEvent.scroll(document);
    expect(list()).not.toBeInTheDocument();
    await user.click(await box());
    expect(list()).toBeInTheDocument();
  });

  it('opens by its button although that scrolls the page', async () => {
    const { user, chevron } = setup();
    const target = await chevron();
    await user.pointer({ keys: '[MouseLeft>]', target });
    fireEvent.scroll(document);
    await user.pointer({ keys: '[/MouseLeft]', target });
    expect(list()).toBeInTheDocument();
  });

  it.each(['[MouseLeft]', '[TouchA]'])(
    'opens and closes by its button with %s',
    async keys => {
      const { user, chevron } = setup();
      const target = await chevron();
      await user.pointer({ keys, target });
      expect(list()).toBeInTheDocument();
      await user.pointer({ keys, target });
      expect(list()).not.toBeInTheDocument();
      await user.pointer({ keys, target });
      expect(list()).toBeInTheDocument();
    },
  );

  it('adds nothing that was not chosen when it opens again', async () => {
    const { user, box } = setup();
    await user.click(await box());
    await user.keyboard('{Escape}');
    await user.click(await box());
    await user.tab();
    expect(screen.getAllByRole('row')).toHaveLength(2);
  });
});
