import { administration as messages } from "../../../i18n/messages/administration.ts";
import { useText } from "../../app/TextContext.tsx";
import { Section } from "../../parts/Section.tsx";
import { PersonalData } from "./PersonalData.tsx";
import { Tokens } from "./Tokens.tsx";

/** For portfolio owners: tokens of monitoring and measuring systems, and personal data that is kept no longer. */
export default function AdministrationPage() {
  const text = useText();
  return (
    <Section title={text.say(messages.title)}>
      <Tokens />
      <PersonalData />
    </Section>
  );
}
