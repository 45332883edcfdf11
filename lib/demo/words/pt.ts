import type { Words } from '../words.ts';

export const words: Words = {
  circleName: 'Círculo de terça',
  promises: {
    amira: `
Escrever uma página de objetivos e mandar para Dana | Dana marcou duas frases e disse: vai
Perguntar à direção o que a comissão procura | Não tive coragem | Vinte minutos, e com gentileza
Nada de e-mail antes das dez da manhã | Quatro dias de dez | Agora quase todos | Está firme
Rascunhar a seção de relevância, duas páginas | Uma página, a boa | Pronto, num trem
Dizer não ao segundo parecer deste mês | Disse em duas linhas
Ler na biblioteca três projetos aprovados | Os deles são mais curtos que o meu
Mandar o rascunho inteiro para Chen e Bea | As duas respostas vieram na mesma semana
Cortar o rascunho de dezoito para doze páginas | Catorze | Antes precisa de uma figura nova
Fazer a única figura de que o rascunho depende | Emeka olhou comigo
Entregar o projeto quatro dias antes do prazo | Entregue na quinta. Dormi
Folgar na sexta seguinte, telefone na gaveta | Caminhei até a represa
Listar as cinco pessoas que podem me apoiar na promoção | Só duas sabem o que eu faço
Escrever a duas dessas cinco | Uma | As duas responderam
Planejar a temporada de campo em uma tarde | Com a turma, que foi melhor
Perguntar a Fatima como conduz as reuniões do grupo | Agora começamos pelo que deu errado
Dar o seminário sem ler os slides | A voz tremeu um minuto, e depois não
Escrever a carta de ensino, primeira versão | Provas | Ainda provas | Pode esperar o verão
Ligar para quem me orientou no laboratório antigo | Uma hora, e uma vaga para eu olhar
Descansar os dois dias de um fim de semana | Um e meio
Transformar os comentários dos pareceres em tabela | Onze pontos, só três difíceis
Responder aos três pontos difíceis | Dois de três | O terceiro era um mal-entendido
Mandar a revisão de volta
Juntar o dossiê da promoção em uma pasta
Pedir cartas a duas pessoas`,
    bea: `
Reservar duas manhãs por semana para escrever | Uma ficou | As duas, de porta fechada
Descobrir quem decide a escala do ambulatório | É alguém que eu conheço
Pedir um dia a menos de ambulatório até junho | Ele estava fora | Sim, a partir de março
Terminar os métodos do artigo de asma | Metade
Mandar o artigo a todos os autores com uma data | Sete de nove responderam
Sair da enfermaria até as seis, duas vezes por semana | Uma vez | Duas vezes
Submeter o artigo de asma | Submetido durante o plantão da noite
Preparar por escrito a conversa difícil com a residente | Bastaram quatro frases
Ter essa conversa | Ela chorou, depois planejamos
Escrever o esboço do ensaio clínico | Grande demais: primeiro a pergunta
Uma frase que diga o que o ensaio pergunta | A versão de Hana é a que usamos
Ligar para a estatística antes de haver dados
Dizer de que reunião eu saio | A de segunda. Ninguém notou
Dormir antes de responder aos pareceres
Responder aos pareceres do artigo de asma | O primeiro | Os dois
Colocar meu nome para o conselho de formação
Duas páginas para a fundação
Pedir a Dana que as leia como se não soubesse de nada | Achou o que faltava`,
    chen: `
Concorrer a um lugar que eu adoraria, não só aos seguros | Dois
Reescrever o primeiro minuto da apresentação da vaga | Amira cronometrou
Apresentar a quem não conhece a área | O círculo, num sábado
Perguntar a três pessoas o que vem num pacote inicial | Um | Três listas bem diferentes
Anotar o mínimo que eu aceitaria, e o máximo
Preparar dez perguntas para a visita
Perguntar por creche antes de decidir, e não depois | Já tinham pensado nisso
Dormir oito horas antes da visita | Sete
Responder à oferta com três pedidos | Dois de três aceitos
Contar direito ao meu grupo atual | A semana estava cheia
Terminar a última medição antes da mudança | O criostato vaza | Outra pessoa vai terminar
Entregar o caderno de um jeito que se possa ler
Listar o que meu primeiro estudante deve saber na semana um | Emeka acrescentou metade
Achar a pessoa que faz as compras lá | Ela se chama Rute
Escrever o primeiro projeto como chefia, uma página
Fazer por semana uma coisa que não seja física | Coral
Perguntar à amiga do coral como rege sem gritar | Ela espera
Escrever o anúncio para a primeira vaga de estudante
Dizer na entrevista o que não posso oferecer
Ler as regras do financiamento até a última página | A página 40 importa
Decidir como o grupo se chama`,
    dana: `
Escrever à coordenação do programa com uma só pergunta | Ligaram de volta
Dividir o projeto grande em dois que parem em pé | No papel
Parar de abrir a planilha do orçamento depois do jantar
Pedir a Amira que não alivie nos objetivos | Não aliviou
Conseguir a carta de apoio da empresa | Querem advogados | Pedir antes a uma menor
Pedir a carta à empresa pequena | Um dia
Terminar a seção de dados
Mandar o projeto com uma semana de folga | Cinco dias
Encontrar cada estudante uma vez sem computador
Escrever dois bilhetes de agradecimento
Esvaziar uma prateleira da câmara fria | | | Um estudante quer fazer
Convidar alguém da indústria para o seminário
Ler um livro que não tenha figuras
Planejar o que faço se o projeto for recusado | Dois planos, os dois bons
Dizer em voz alta: quero dirigir o centro | Logo à chefia
Rascunhar minha ideia para o centro, três páginas | Duas
Perguntar a Bea como lida com o conselho
Mandar a ideia do centro a duas pessoas que vão discordar | Uma delas entra
Reescrever a página dois com o que disseram
Pôr o centro na ordem do dia de janeiro`,
    emeka: `
Escrever o capítulo de discussão, mal | Mal, mas está lá
Mandar o capítulo quatro ao orientador com duas perguntas | Respondeu às duas
Consertar a única análise de que tenho medo | | Achei o erro | Não muda nada
Quinze minutos de escrita antes de qualquer outra coisa | Nove de catorze
Pedir a data da defesa | Na primavera
Achar a examinadora externa | Ela disse sim
Ensaiar a defesa com gente que não poupa | Vocês não pouparam
Descansar um dia inteiro
Terminar as correções
Reservar a sala, o bolo e minha mãe
Procurar três pós-docs pelos quais eu me mudaria
Escrever a um desses laboratórios | Responderam em uma hora
Perguntar a Chen como se fala de dinheiro
Fazer do capítulo dois um artigo, só o esboço
Mandar o esboço a quem me orienta
Dizer a Lisboa em que quero trabalhar
Visitar Lisboa | Eles têm janelas
Comparar as duas ofertas em uma página
Contar ao orientador antes que ele saiba por outros
Responder a Lisboa`,
    hana: `
Contar à equipe que vou me mudar
Achar quem continue o grupo de divulgação | Duas pessoas
Anotar como o espectrômetro de massa funciona de verdade
Pedir uma verba de despedida decente | Está bem como está
Aprender vinte palavras por semana
Publicar o resultado negativo | | Rascunho
Visitar o lugar novo antes de assinar
Manter a terça livre também no novo trabalho
Passar adiante meus dois estudantes, cada um com uma carta
Empacotar os livros que são meus
Despedir-me da máquina, com fotografias
Escrever a cada pessoa daqui quando eu chegar`,
    fatima: `
Dizer em três frases o que preciso da minha chefia
Escrever o primeiro artigo sem minha antiga chefia nele | | Começar pelo curto
Esboçar o artigo curto
Pedir o mesmo salário que as outras duas pessoas | | Levou quatro minutos
Uma noite por semana que seja minha
Submeter o artigo curto
Começar o clube de leitura de artigos | Vieram seis
Pedir a Dana que me apresente à coordenação
Rascunhar meu primeiro projeto próprio, uma página
Deixar outra pessoa consertar o freezer
Preparar a palestra para o congresso de junho | Chen ouviu duas vezes
Escrever às três pessoas que conheci lá
Pedir a uma delas que leia meus objetivos
Cortar a página do projeto até o que eu faria de todo jeito
Mandar a página do projeto à coordenação
Duas frases para a minha conversa de promoção`,
  },
  milestones: [
    'O artigo de asma foi aceito | aquela frase',
    'Um grupo meu, a partir de setembro | o primeiro minuto da apresentação | o que pedir',
    'Tese defendida, sem correções de fundo | as perguntas difíceis',
    'Quatro anos para o projeto do rio | a página de objetivos | a figura',
    'O menor dos dois financiamentos',
    'Meu primeiro artigo em última autoria | dizer que basta',
    'Conferência de abertura na sociedade',
  ],
  together: [
    'Primeiros anos por conta própria',
    'A primeira geração da família na universidade, quatro de nós',
    'Crianças pequenas em casa, três de nós',
    'Trabalho que se faz em grupo, com máquinas que quebram',
    'Ler páginas de objetivos, com franqueza',
    'Falar de dinheiro e de ofertas',
    'Ouvir apresentações, com cronômetro',
    'Alguém que entenda de dinheiro e ofertas no exterior',
    'Alguém que leia meus objetivos antes de todo mundo',
    'Alguém que já esteve em uma comissão de promoção',
    'Alguém que foi para a indústria e voltou',
  ],
  parked: [
    'Como dizemos não à chefia do departamento?',
    'Autoria quando um estudante vai embora',
    'O que fazemos com pareceres que machucam?',
  ],
  goals: [
    'Entregar o projeto do rio e ter orgulho dele | Aprovado. A página de objetivos foi a virada.',
    'Ter o dossiê da promoção pronto até a primavera',
    'Duas noites por semana sem trabalho',
    'Quero dirigir um departamento, ou só receber o convite?',
  ],
  pigs: [
    'Só me chamaram porque outra pessoa disse não | Chamaram, e você foi bem. As duas coisas podem ser verdade',
    'Quem é cientista de verdade não precisaria de um círculo',
  ],
  strokes: [
    'Bea: “Você faz a pergunta que depois todo mundo anota.”',
    'Emeka: “Eu defendi porque você estava ali, na segunda fila.”',
  ],
  notes: [
    'Ninguém tinha mais peso. Falei mais do que queria.',
    'Fazer perguntas mais curtas.',
    'Bateram palmas. Vou me lembrar dos rostos.',
  ],
};
