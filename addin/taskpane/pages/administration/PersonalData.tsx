import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { useState } from "react";
import { administration as messages } from "../../../i18n/messages/administration.ts";
import { useText } from "../../app/TextContext.tsx";
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx";
import { ResultBar } from "../../parts/ResultBar.tsx";
import { useWork } from "../../work/WorkContext.tsx";
import { useAdministration } from "./AdministrationContext.tsx";
import { Part } from "./Part.tsx";

/** Erases personal data of applicants that the institution keeps no longer, once that is confirmed. */
export function PersonalData() {
  const text = useText();
  const service = useAdministration();
  const work = useWork();
  const restore = useRestoreFocusTarget();
  const [asking, setAsking] = useState(false);
  const [erased, setErased] = useState<{ readonly count: number } | null>(null);
  const erase = async () => {
    setErased(null);
    const count = await work.run(messages.erasing, () => service.erasePersonalData());
    if (count !== undefined) setErased({ count });
  };
  return (
    <Part title={text.say(messages.personal)} help={text.say(messages.personalHelp)}>
      {erased && (
        <ResultBar
          result={erased}
          intent="success"
          title={text.say(messages.erased, { count: erased.count })}
          onClose={() => setErased(null)}
        />
      )}
      <div>
        <Button {...restore} disabledFocusable={work.running !== null} onClick={() => setAsking(true)}>
          {text.say(messages.erase)}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={text.say(messages.eraseTitle)}
        action={text.say(messages.erase)}
        onClose={() => setAsking(false)}
        onConfirm={() => void erase()}
      >
        {text.say(messages.eraseBody)}
      </ConfirmDialog>
    </Part>
  );
}
